package org.fairlead.itests.voice;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.fairlead.launcher.telephony.AsteriskHome;
import org.fairlead.launcher.telephony.TelephonyPrograms;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchEngineTest {

    @TempDir
    Path folder;

    /** The launcher's templates grow; a bench is run seldom, and would be the last to hear of it. */
    @Test
    void everyPlaceInTheLaunchersTemplatesIsFilled() throws Exception {
        AsteriskHome home = new AsteriskHome(folder);
        var place = new BenchEngine.Place(folder, folder.resolve("sounds"), 5060, 8088, "secret", 5070, "alaw");

        BenchEngine.configure(home, new TelephonyPrograms(folder), place, List.of("voice-001"));

        AsteriskHome telephones = new AsteriskHome(folder.resolve("telephones"));
        OpusTelephones.configure(telephones, new TelephonyPrograms(folder), place);

        assertThat(Files.readString(telephones.configuration().resolveSibling("pjsip.conf")))
                .contains("allow = opus");
        Path etc = home.configuration().getParent();
        assertThat(Files.readString(etc.resolve("http.conf"))).contains("bindport = 8088");
        assertThat(Files.readString(etc.resolve("pjsip.conf")))
                .contains("[voice-001]")
                .containsOnlyOnce("allow = alaw\n");
    }
}
