import Testing

@testable import Settings

@Suite struct DeclarationTests {
    @Test func `what is decoded is what is described`() {
        #expect(
            Declaration.listing(Declaration.all(of: Everything.self)) == """
                path           string                   required          file to write
                note           string                   -                 a remark
                workers        integer                  4                 how many at once
                ratio          number                   0.5               share to keep
                follow         boolean                  false             go on at the end
                compression    "gzip" | "none"          "gzip"            of bodies
                interval       duration                 "15s"             between sends
                give_up_after  duration | "never"       "5m"              since the first try
                max_body       size                     "16MiB"           largest request
                http           address                  "127.0.0.1:4318"  where to listen
                endpoint       url                      -                 where to send
                prices         strings                  ["builtin"]       price tables
                token          secret                   -                 a password
                headers        secret table of strings  -                 HTTP headers
                metadata       secret table of strings  -                 gRPC metadata
                labels         table of strings         -                 plain pairs
                set            table of values          -                 attributes
                queue          table                    -                 what waits
                  size         size                     "64MiB"           bytes that may wait
                rotate         table                    -                 when to begin a new file
                  size         size                     required          largest file
                  age          duration                 -                 oldest file
                rules          tables                   -                 several
                  size         size                     required          largest file
                  age          duration                 -                 oldest file

                """)
    }

    @Test func `settings that take nothing describe nothing`() {
        #expect(Declaration.all(of: NoSettings.self).isEmpty && Declaration.listing([]) == "")
    }
}
