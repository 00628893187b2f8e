package org.fairlead.launcher.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class ReachTest {

    @Test
    void staysOnThisMachineUnlessToldOtherwise() {
        assertThat(Reach.LOOPBACK.isOpen()).isFalse();
        assertThat(Reach.LOOPBACK.urls(8080)).containsExactly("http://127.0.0.1:8080");
    }

    @Test
    void takesAnyAddressOfTheLoopbackNetwork() throws StartFailure {
        Reach reach = Reach.of("127.0.0.2");

        assertThat(reach.isOpen()).isFalse();
        assertThat(reach.url(8180)).isEqualTo("http://127.0.0.2:8180");
    }

    @Test
    void onAllAddressesTheMachinesOwnIsNamedAndTheLoopbackStillWorks() throws StartFailure {
        Reach reach = Reach.of("0.0.0.0");

        assertThat(reach.bind()).isEqualTo("0.0.0.0");
        assertThat(reach.isOpen()).isTrue();
        assertThat(reach.urls(8080)).contains("http://127.0.0.1:8080").doesNotContain("http://0.0.0.0:8080");
    }

    @Test
    void refusesWhatIsNotThisMachinesAndSaysWhatToDo() {
        for (String stranger : new String[] {"192.0.2.1", "::1"}) {
            assertThatThrownBy(() -> Reach.of(stranger))
                    .as(stranger)
                    .isInstanceOf(StartFailure.class)
                    .hasMessageContaining(stranger)
                    .extracting(failure -> ((StartFailure) failure).advice())
                    .asString()
                    .contains("--bind");
        }
    }

    @Test
    void looksForTakenPortsWhereBrowsersWillCome() throws Exception {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.3"))) {
            Ports ports = new Ports(other.getLocalPort());

            assertThatThrownBy(() -> ports.requireFree(Reach.of("127.0.0.3")))
                    .isInstanceOf(StartFailure.class)
                    .hasMessageContaining("the console");
        }
    }
}
