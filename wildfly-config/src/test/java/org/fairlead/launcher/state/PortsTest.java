package org.fairlead.launcher.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class PortsTest {

    @Test
    void countsAllPortsFromOneBase() {
        Ports ports = new Ports(18080);

        assertThat(ports.http()).isEqualTo(18080);
        assertThat(ports.database()).isEqualTo(18110);
        assertThat(ports.signIn()).isEqualTo(18180);
        assertThat(ports.all().values()).doesNotHaveDuplicates().allMatch(port -> port >= 18080 && port <= 18181);
    }

    @Test
    void refusesABaseFromWhichNoStackCanBeCounted() {
        assertThatThrownBy(() -> new Ports(80)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Ports(65500)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void namesThePortThatAnotherProgramHasAndSaysWhatToDo() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Ports ports = new Ports(other.getLocalPort() - 30);

            assertThatThrownBy(ports::requireFree)
                    .isInstanceOf(StartFailure.class)
                    .hasMessageContaining("port " + other.getLocalPort() + " (PostgreSQL) is taken")
                    .extracting(failure -> ((StartFailure) failure).advice())
                    .asString()
                    .contains("--port-base");
        }
    }

    @Test
    void aPortThatWasUsedAMomentAgoIsFree() throws IOException {
        int port;
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = other.getLocalPort();
        }

        assertThatCode(() -> assertThat(Ports.taken(port)).isFalse()).doesNotThrowAnyException();
    }
}
