package org.pairgraph.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import org.eclipse.jetty.http.HttpFields;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pairgraph.server.TrustedProxies.Block;
import org.pairgraph.server.TrustedProxies.Header;

class TrustedProxiesTest {
    private static final List<Block> OURS =
            List.of(Block.of("127.0.0.1").orElseThrow(), Block.of("10.0.0.0/8").orElseThrow());

    @ParameterizedTest
    @CsvSource(delimiterString = " | ", nullValues = "none", textBlock = """
            127.0.0.1   | 192.0.2.7                     | 192.0.2.7
            127.0.0.1   | 2001:db8::7                   | 2001:db8:0:0:0:0:0:7
            127.0.0.1   | 198.51.100.1, 192.0.2.7       | 192.0.2.7
            127.0.0.1   | 198.51.100.1, 192.0.2.7, 10.1.2.3 | 192.0.2.7
            127.0.0.1   | 10.9.9.9                      | 10.9.9.9
            127.0.0.1   | unknown                       | none
            127.0.0.1   | 192.0.2.7, unknown, 10.1.2.3  | 10.1.2.3
            127.0.0.1   | example.org                   | none
            127.0.0.1   | ''                            | none
            192.0.2.200 | 192.0.2.7                     | none
            11.0.0.1    | 192.0.2.7                     | none
            """)
    void theLastAddressThatIsNoProxyIsTheClients(String peer, String chain, String client) throws Exception {
        var headers = HttpFields.build().put("X-Forwarded-For", chain).put("Forwarded", "for=203.0.113.66");

        assertThat(new TrustedProxies(OURS, Header.X_FORWARDED_FOR).clientOf(InetAddress.getByName(peer), headers))
                .map(InetAddress::getHostAddress)
                .isEqualTo(Optional.ofNullable(client));
    }

    @ParameterizedTest
    @CsvSource(delimiterString = " | ", nullValues = "none", quoteCharacter = '~', textBlock = """
            for=192.0.2.7                                       | 192.0.2.7
            proto=https;For="192.0.2.7:4711";by=10.0.0.1        | 192.0.2.7
            for="[2001:db8::7]:4711"                            | 2001:db8:0:0:0:0:0:7
            for=198.51.100.1, for=192.0.2.7;proto=http, for=10.1.1.1 | 192.0.2.7
            for=_hidden                                         | none
            by=10.0.0.1                                         | none
            """)
    void forwardedIsReadWhereTheOperatorSaysSo(String said, String client) throws Exception {
        var headers = HttpFields.build().put("Forwarded", said).put("X-Forwarded-For", "203.0.113.66");

        assertThat(new TrustedProxies(OURS, Header.FORWARDED).clientOf(InetAddress.getByName("127.0.0.1"), headers))
                .map(InetAddress::getHostAddress)
                .isEqualTo(Optional.ofNullable(client));
    }

    @Test
    void aHeaderThatComesTwiceIsOneChain() throws Exception {
        var headers =
                HttpFields.build().add("X-Forwarded-For", "198.51.100.1").add("X-Forwarded-For", "192.0.2.7, 10.0.0.2");

        assertThat(new TrustedProxies(OURS, Header.X_FORWARDED_FOR)
                        .clientOf(InetAddress.getByName("10.0.0.3"), headers))
                .map(InetAddress::getHostAddress)
                .hasValue("192.0.2.7");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "localhost", "10.0.0.0/33", "::1/129", "10.0.0.0/x", "1.2.3", "999.1.1.1", "fe80::1%eth0"})
    void whatIsNoAddressIsNoBlock(String text) {
        assertThat(Block.of(text)).isEmpty();
    }
}
