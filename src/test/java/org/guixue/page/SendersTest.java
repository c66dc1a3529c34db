package org.guixue.page;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.URI;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SendersTest {
    private final Senders senders =
            new Senders(new Entrance(Set.of("127.0.0.1", "10.0.0.9"), URI.create("https://guixue.example.cn")));

    @Test
    void isTheLastOneThatTheProxySaw() {
        assertEquals("192.0.2.7", senders.behind("127.0.0.1", List.of("198.51.100.1", " 192.0.2.7")));
    }

    @Test
    void passesOverFurtherProxiesOfOurs() {
        assertEquals("192.0.2.7", senders.behind("127.0.0.1", List.of("192.0.2.7", "10.0.0.9")));
    }

    @Test
    void isTheProxyWhereItSaysNothing() {
        assertEquals("127.0.0.1", senders.behind("127.0.0.1", List.of()));
    }

    @Test
    void isTheProxyWhereWhatItSaysIsNoAddress() {
        assertEquals("127.0.0.1", senders.behind("127.0.0.1", List.of("<script>")));
    }

    @Test
    void knowsTheSixthVersion() {
        assertEquals("2001:db8::7", senders.behind("127.0.0.1", List.of("2001:db8::7")));
    }
}
