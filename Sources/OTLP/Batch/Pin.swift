import Synchronization

/// Keeps the struct that has it in one place. To lend a large struct the compiler copies it, even one that is `~Copyable`; a struct with an
/// atomic inside is lent by its address.
package struct Pin: ~Copyable {
    private let atom = Atomic<Bool>(false)

    package init() {}
}
