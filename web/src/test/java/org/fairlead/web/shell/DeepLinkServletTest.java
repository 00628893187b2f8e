package org.fairlead.web.shell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeepLinkServletTest {

    @Test
    void leadsToThePageWithItsQuery() {
        assertThat(DeepLinkServlet.page("/to/campaign.xhtml/id=7&tab=attempts&q=a%2Fb"))
                .contains("/campaign.xhtml?id=7&tab=attempts&q=a%2Fb");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/to/campaign.xhtml",
                "/to/campaign.xhtml/",
                "/to//elsewhere.example/x.xhtml/id=1",
                "/to/https:elsewhere.xhtml/id=1",
                "/to/api/desk/id=1"
            })
    void leadsNowhereElse(String uri) {
        assertThat(DeepLinkServlet.page(uri)).isEmpty();
    }
}
