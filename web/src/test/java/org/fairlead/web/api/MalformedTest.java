package org.fairlead.web.api;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MalformedTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"what\": 1}|Transfer|the field \"what\" is not known; known are: kind, target",
                "{\"kind\": \"UP\"}|Transfer|the field \"kind\" is one of: ",
                "{\"kind\": {}}|Transfer|the field \"kind\" ",
                "{\"target\": []}|Transfer|the field \"target\" ",
                "{\"on\": \"perhaps\"}|Switch|the field \"on\" is true or false",
                "{\"callbackAt\": \"tomorrow\"}|Close|the field \"callbackAt\" is a moment such as 2026-11-21T09:30:00Z",
                "{\"seconds\": \"many\"}|Voice|the field \"seconds\" is a whole number",
                "{\"answers\": [{\"block\": []}]}|Progress|the field \"answers[0].block\" ",
                "[1]|Transfer|the body is not an object of the expected fields",
                "7|Transfer|the body is not an object of the expected fields",
                "{\"kind\":|Transfer|the body is not JSON, at line 1, column ",
                "org.fairlead|Transfer|the body is not JSON, at line 1, column "
            })
    void saysWhatIsWrongWithoutANameOfTheProgram(String body, String type, String said) throws Exception {
        var wanted = Class.forName("org.fairlead.web.api.DeskRequests$" + type);

        assertThatThrownBy(() -> Malformed.read(body, wanted))
                .isInstanceOf(Malformed.class)
                .hasMessageStartingWith(said)
                .message()
                .doesNotContain("fairlead", "java", "class ", "$", "`");
    }
}
