import Glibc

/// A port on loopback that nobody else gets, and where nobody listens until it is opened.
struct ReservedPort: ~Copyable {
    let number: Int
    private let socket: Int32

    init() {
        let socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { plain in
                _ = bind(socket, plain, length)
                _ = getsockname(socket, plain, &length)
            }
        }
        self.socket = socket
        number = Int(UInt16(bigEndian: address.sin_port))
    }

    /// From now on the kernel takes connections, to which nobody speaks.
    func open() { listen(socket, 16) }

    deinit { close(socket) }
}
