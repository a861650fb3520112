/// Certificates that are good for a hundred years, and their keys, in PEM. Made with openssl for these tests alone; nobody else believes them.
enum Fixture {
    /// The authority of all but the stranger.
    static let ca = """
        -----BEGIN CERTIFICATE-----
        MIIBkzCCATmgAwIBAgIUWgEVZsczs5sQmm1isb99jaih3XAwCgYIKoZIzj0EAwIw
        HjEcMBoGA1UEAwwTV2VpciB0ZXN0IGF1dGhvcml0eTAgFw0yNjExMjMyMjE1NTda
        GA8yMTI2MTAzMDIyMTU1N1owHjEcMBoGA1UEAwwTV2VpciB0ZXN0IGF1dGhvcml0
        eTBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABOEXkQDDFlzJ/3UM3B92he8M1guJ
        +Q6encI4HJUD32utXnGSJipN+tOCi9y/UmOzDkqrMy9cMy+MVJA52R7AnI2jUzBR
        MB0GA1UdDgQWBBTT8qknbxLhhG+eWn/YlUIKqYOY1DAfBgNVHSMEGDAWgBTT8qkn
        bxLhhG+eWn/YlUIKqYOY1DAPBgNVHRMBAf8EBTADAQH/MAoGCCqGSM49BAMCA0gA
        MEUCIQDojRExgjVE3k57vJFbFSlX7HetHZX4jTPfArDTNSe71wIgZadIUxeKUzPg
        Qwu2Pu8tEBYQMrfEruN3TOhokVVd7n0=
        -----END CERTIFICATE-----
        """
    /// For localhost and 127.0.0.1.
    static let server = """
        -----BEGIN CERTIFICATE-----
        MIIBlDCCATqgAwIBAgIUYV/taEKlHylRna0MS/RL2nVRdfEwCgYIKoZIzj0EAwIw
        HjEcMBoGA1UEAwwTV2VpciB0ZXN0IGF1dGhvcml0eTAgFw0yNjExMjMyMjE1NTha
        GA8yMTI2MTAzMDIyMTU1OFowFDESMBAGA1UEAwwJbG9jYWxob3N0MFkwEwYHKoZI
        zj0CAQYIKoZIzj0DAQcDQgAEb4A8XbzGJdgb3hBxGUOZRv+K//gIbdScXrGlAWQ6
        PqLwh115qXG9S+9SCj+giiPSrgp9UamZXaXynqYGTcNXsqNeMFwwGgYDVR0RBBMw
        EYIJbG9jYWxob3N0hwR/AAABMB0GA1UdDgQWBBSzwIdlbbwRsWmN9GYA3Ds0GVId
        fDAfBgNVHSMEGDAWgBTT8qknbxLhhG+eWn/YlUIKqYOY1DAKBggqhkjOPQQDAgNI
        ADBFAiATB8bmygBkj0BDpj02DLd7VQOoIJR3/DNJ6NxpaNN0kwIhAM1gkRwmresX
        kQu/R++gv7xtJKVSsEfYm88zxmYFm53E
        -----END CERTIFICATE-----
        """
    static let serverKey = """
        -----BEGIN PRIVATE KEY-----
        MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgO/fPC80RXrQIflh1
        kcy5luvDVxUgRXhXrTHUBX8R2XWhRANCAARvgDxdvMYl2BveEHEZQ5lG/4r/+Aht
        1JxesaUBZDo+ovCHXXmpcb1L71IKP6CKI9KuCn1RqZldpfKepgZNw1ey
        -----END PRIVATE KEY-----
        """
    /// What takes the server's place; for localhost alone.
    static let renewed = """
        -----BEGIN CERTIFICATE-----
        MIIBjjCCATSgAwIBAgIUYV/taEKlHylRna0MS/RL2nVRdfIwCgYIKoZIzj0EAwIw
        HjEcMBoGA1UEAwwTV2VpciB0ZXN0IGF1dGhvcml0eTAgFw0yNjExMjMyMjE1NTha
        GA8yMTI2MTAzMDIyMTU1OFowFDESMBAGA1UEAwwJbG9jYWxob3N0MFkwEwYHKoZI
        zj0CAQYIKoZIzj0DAQcDQgAEYEvKwDBjAjmBCuIlJiobTrh0La6zV2ULF5a5S/K0
        DBzGbMB3jUqHuwEuUOBz1Zt8gvAAyl+dP+0T9ChdifGB2KNYMFYwFAYDVR0RBA0w
        C4IJbG9jYWxob3N0MB0GA1UdDgQWBBSZWP4G5fjT/COoVelO1q85Ix4ihTAfBgNV
        HSMEGDAWgBTT8qknbxLhhG+eWn/YlUIKqYOY1DAKBggqhkjOPQQDAgNIADBFAiEA
        nMdGjOh/dFkUWPDoQ6xL3/jaBORyUP3LOyIY8bfKm9ACIFbcSGxiEW25XNVuhLES
        8LoDAnzGl1yWW5whsIru8n3N
        -----END CERTIFICATE-----
        """
    static let renewedKey = """
        -----BEGIN PRIVATE KEY-----
        MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQg27XOCt61GRUGTqlt
        lfOJ2V61lPvn9ntHhNzuHOb354WhRANCAARgS8rAMGMCOYEK4iUmKhtOuHQtrrNX
        ZQsXlrlL8rQMHMZswHeNSoe7AS5Q4HPVm3yC8ADKX50/7RP0KF2J8YHY
        -----END PRIVATE KEY-----
        """
    /// A client's.
    static let client = """
        -----BEGIN CERTIFICATE-----
        MIIBijCCATCgAwIBAgIUYV/taEKlHylRna0MS/RL2nVRdfMwCgYIKoZIzj0EAwIw
        HjEcMBoGA1UEAwwTV2VpciB0ZXN0IGF1dGhvcml0eTAgFw0yNjExMjMyMjE1NTha
        GA8yMTI2MTAzMDIyMTU1OFowETEPMA0GA1UEAwwGY2xpZW50MFkwEwYHKoZIzj0C
        AQYIKoZIzj0DAQcDQgAE61uBLAOL9Pm3AgfFIYTtb7K4IeC0nXZpGDUkoyuDZNSR
        07zNl6/7VJNKDUUTXCWS4d6wrY1IfyXyQmcmem1NLaNXMFUwEwYDVR0lBAwwCgYI
        KwYBBQUHAwIwHQYDVR0OBBYEFEoYCLPQa+7p+gihdmF6tuHnQHTsMB8GA1UdIwQY
        MBaAFNPyqSdvEuGEb55af9iVQgqpg5jUMAoGCCqGSM49BAMCA0gAMEUCIQD4xlKB
        difMh3Evy/xYsZpSkOkBnpf+g9OhJGQHxnxkAQIgH8BTYeuSRTPB0iyW9T72ti7P
        /K/8hbvh65nSRp80LzI=
        -----END CERTIFICATE-----
        """
    static let clientKey = """
        -----BEGIN PRIVATE KEY-----
        MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgcAqCTh63/yuwckqA
        0jA4xebNr1t8hT+lrLJW1oIf3EyhRANCAATrW4EsA4v0+bcCB8UhhO1vsrgh4LSd
        dmkYNSSjK4Nk1JHTvM2Xr/tUk0oNRRNcJZLh3rCtjUh/JfJCZyZ6bU0t
        -----END PRIVATE KEY-----
        """
    /// A client's, of an authority that nobody knows.
    static let stranger = """
        -----BEGIN CERTIFICATE-----
        MIIBjzCCATWgAwIBAgIUFYBi32grWiNz1xDvPLC9qyQFem8wCgYIKoZIzj0EAwIw
        ITEfMB0GA1UEAwwWQW5vdGhlciB0ZXN0IGF1dGhvcml0eTAgFw0yNjExMjMyMjE1
        NThaGA8yMTI2MTAzMDIyMTU1OFowEzERMA8GA1UEAwwIc3RyYW5nZXIwWTATBgcq
        hkjOPQIBBggqhkjOPQMBBwNCAAQubDDKTw8GNmLZBBf52afmjqe9I9PrGIyILTCb
        OdzU6N7KQs2oVQ86qyM+PWjS32IBd1m/Oo7BcdhHlyyhyFpVo1cwVTATBgNVHSUE
        DDAKBggrBgEFBQcDAjAdBgNVHQ4EFgQUAywNuFu21ieKyyWHxO2OxPFLxTMwHwYD
        VR0jBBgwFoAUbLklSxWJxMJCiYo82CoeS7ShHKQwCgYIKoZIzj0EAwIDSAAwRQIh
        APGZkZB/ANfrUHJ8cX6Nz4Fd0kcI1YAU+1wYJhl49bRmAiAt7naFrUEFQGvWPsbA
        ILyv3bKj3xLXG2DMeceRAFWDCw==
        -----END CERTIFICATE-----
        """
    static let strangerKey = """
        -----BEGIN PRIVATE KEY-----
        MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQg3eX7W/s6KP/jhNsa
        efJfg+zxxqefx+la9KRZGswmLf6hRANCAAQubDDKTw8GNmLZBBf52afmjqe9I9Pr
        GIyILTCbOdzU6N7KQs2oVQ86qyM+PWjS32IBd1m/Oo7BcdhHlyyhyFpV
        -----END PRIVATE KEY-----
        """
}
