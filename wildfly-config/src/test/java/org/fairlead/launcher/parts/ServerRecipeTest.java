package org.fairlead.launcher.parts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ServerRecipeTest {

    @Test
    void theScriptHoldsNoSecretAndNoFixedPort() throws Exception {
        String script = ServerRecipe.script();

        assertThat(script)
                .contains("password=\"${env.FAIRLEAD_DB_APP}\"")
                .contains("secret=\"${env.FAIRLEAD_OIDC_SECRET}\"")
                .doesNotContainPattern("password=\"?[a-z0-9]")
                .doesNotContainPattern("name=port,value=[1-9]");
    }

    @Test
    void theBrokersPartOfTheContractIsInIt() throws Exception {
        assertThat(ServerRecipe.script())
                .contains("jms-queue=fairlead.events.manila")
                .contains("role=probe");
    }
}
