package org.fairlead.telephony.entity;

import static org.assertj.core.api.Assertions.assertThat;

import org.fairlead.telephony.Sites.AgentVoice;
import org.fairlead.telephony.Sites.TrunkEdit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A site's way to its customers becomes a part of an engine's configuration. */
class TrunkPolicyTest {

    private static final AgentVoice VOICE = AgentVoice.USUAL;

    @ParameterizedTest
    @CsvSource({
        "'sip.carrier.example:5060', 'account', 'p4ss=word!', 10, 60,",
        "'', '', , 0, 0,",
        "'10.1.2.3', '', , 1000, 100000,",
        "'sip.carrier.example;x=y', '', , 0, 0, site.host",
        "'a b', '', , 0, 0, site.host",
        "'-x', '', , 0, 0, site.host",
        "'10.1.2.3:65535', '', , 0, 0,",
        "'10.1.2.3:65536', '', , 0, 0, site.host",
        "'sip.carrier.example:99999', '', , 0, 0, site.host",
        "'sip.carrier.example:0', '', , 0, 0, site.host",
        "'sip.carrier.example', 'a b', , 0, 0, site.account",
        "'', 'account', , 0, 0, site.account",
        "'sip.carrier.example', 'a', 'two words', 0, 0, site.password",
        "'sip.carrier.example', 'a', 'a;b', 0, 0, site.password",
        "'sip.carrier.example', 'a', 'p', -1, 0, site.rate",
        "'sip.carrier.example', 'a', 'p', 1001, 0, site.rate",
        "'sip.carrier.example', 'a', 'p', 0, -1, site.channels"
    })
    void saysWhichFieldCannotBe(
            String host, String account, @Nullable String password, int rate, int channels, @Nullable String field) {
        var edit = new TrunkEdit(0, host, account, password, rate, channels, VOICE);

        assertThat(TrunkPolicy.objection(edit).orElse(null)).isEqualTo(field);
    }

    @Test
    void aLineBreakIsInNoField() {
        assertThat(TrunkPolicy.objection(new TrunkEdit(0, "a.example\n[x]", "", null, 0, 0, VOICE)))
                .contains("site.host");
        assertThat(TrunkPolicy.objection(new TrunkEdit(0, "a.example", "a\nb", null, 0, 0, VOICE)))
                .contains("site.account");
        assertThat(TrunkPolicy.objection(new TrunkEdit(0, "a.example", "a", "b\nc", 0, 0, VOICE)))
                .contains("site.password");
        assertThat(new TrunkEdit(0, "a.example", "a", "secret", 0, 0, VOICE).toString())
                .doesNotContain("secret");
    }
}
