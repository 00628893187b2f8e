package org.fairlead.itests.whole;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.fairlead.itests.stack.OwnStack;

/** What a page with a telephone says of its call, and where its codec is set. */
final class PhonePage {

    private PhonePage() {}

    /** What is said arrives at both ends: bytes go out and come in, and there is a sound in them. */
    static void bothSpeak(Page page) {
        page.waitForFunction(
                """
                async () => {
                  const read = async () => {
                    const seen = {};
                    for (const one of (await document.phoneConnection.getStats()).values()) {
                      if (one.type === "inbound-rtp") Object.assign(seen, { in: one.bytesReceived, energy: one.totalAudioEnergy });
                      if (one.type === "outbound-rtp") seen.out = one.bytesSent;
                    }
                    return seen;
                  };
                  const before = await read();
                  await new Promise((later) => setTimeout(later, 1000));
                  const after = await read();
                  return after.in > before.in + 2000 && after.out > before.out + 2000 && after.energy > before.energy;
                }
                """);
    }

    static String codec(Page page) {
        return page.evaluate(
                        """
                        async () => {
                          const all = [...(await document.phoneConnection.getStats()).values()];
                          const heard = all.find((one) => one.type === "inbound-rtp");
                          return all.find((one) => one.id === heard.codecId).mimeType;
                        }
                        """)
                .toString();
    }

    /** Set where a BPO admin sets it. */
    static void opus(OwnStack own, Page page, boolean first) {
        page.navigate(own.stack().console() + "/sites.xhtml");
        page.locator("tr", new Page.LocatorOptions().setHasText("tirana"))
                .getByRole(AriaRole.BUTTON)
                .click();
        page.locator("[id='sites:opus']").setChecked(first);
        page.locator("[id='sites:save']").click();
        assertThat(page.locator("[id='sites:opus']")).isHidden();
    }
}
