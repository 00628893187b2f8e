package org.fairlead.launcher.parts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class IntegrationAccountTest {

    @Test
    void anOlderRealmGetsTheAccountsClientRoleAndUserAndNothingElse() throws IOException {
        JsonNode realm;
        try (InputStream template =
                SignInPart.class.getResourceAsStream("/org/fairlead/launcher/keycloak/fairlead-realm.json")) {
            realm = new ObjectMapper().readTree(Objects.requireNonNull(template));
        }

        JsonNode part = IntegrationAccount.part(realm);

        assertThat(part.path("ifResourceExists").asText()).isEqualTo("SKIP");
        assertThat(part.path("clients").findValuesAsText("clientId")).containsExactly("fairlead-integration");
        assertThat(part.path("roles").path("realm").findValuesAsText("name")).containsExactly("integration");
        assertThat(part.path("users").findValuesAsText("username"))
                .containsExactly("service-account-fairlead-integration");
    }
}
