package org.fairlead.itests.whole;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.HasAttributeOptions;
import com.microsoft.playwright.options.FilePayload;
import java.util.UUID;

/** Takes a lead list in through the campaign's page, as a BPO admin does. */
final class Uploads {

    private static final double READING = 60_000;

    private Uploads() {}

    /** Ends on the list's own page, when the list was read to its end. */
    static void upload(Console console, Page page, UUID campaign, String name, byte[] csv) {
        console.open(page, "/campaign.xhtml?id=" + campaign);
        page.locator("#upload-file").setInputFiles(new FilePayload(name, "text/csv", csv));
        page.locator("#upload [type=submit]").click();
        page.waitForURL("**/lead-list.xhtml?id=*");
        assertThat(page.locator("#reading"))
                .hasAttribute("data-state", "LOADED", new HasAttributeOptions().setTimeout(READING));
    }
}
