package org.fairlead.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class GatewaySettingsTest {

    private static GatewaySettings read(String text) throws IOException, GatewaySettings.Wrong {
        Properties properties = new Properties();
        properties.load(new StringReader(text));
        return GatewaySettings.of(properties);
    }

    @Test
    void readsSeveralGatewaysEachWithItsSecret() throws Exception {
        GatewaySettings settings = read("broker.host=127.0.0.1\nbroker.port=8100\ngateways=manila, izmir\n"
                + "secret.manila=a\nsecret.izmir=b\ncontrol.port=8120\ncontrol.secret=c\n");

        assertThat(settings.links()).extracting("gateway").containsExactly("manila", "izmir");
        assertThat(settings.links()).extracting("secret").containsExactly("a", "b");
        assertThat(settings.links()).extracting("prefix").containsOnly("jms.queue.");
        assertThat(settings.toString()).doesNotContain("secret=a").doesNotContain("secret=c");
    }

    @Test
    void runsWithoutControl() throws Exception {
        assertThat(read("broker.host=h\nbroker.port=1\ngateways=izmir\nsecret.izmir=b\n")
                        .control())
                .isNull();
    }

    @Test
    void saysAllThatIsWrongAtOnce() {
        assertThatThrownBy(() -> read("broker.port=x\ngateways=izmir,Oslo!\nengine=cans\nsimulator.haste=0\n"))
                .isInstanceOf(GatewaySettings.Wrong.class)
                .hasMessageContaining("broker.host is missing")
                .hasMessageContaining("broker.port is not a number: x")
                .hasMessageContaining("secret.izmir is missing")
                .hasMessageContaining("Oslo!")
                .hasMessageContaining("engine cans")
                .hasMessageContaining("simulator.haste");
    }
}
