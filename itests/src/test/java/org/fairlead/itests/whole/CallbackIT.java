package org.fairlead.itests.whole;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.HasTextOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.UUID;
import org.fairlead.itests.stack.SimulatorControl;
import org.fairlead.itests.stack.Stack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What was promised to a customer is kept: by the agent who promised it, and by anyone, with the keyboard alone. */
@ExtendWith(WholeStack.class)
class CallbackIT {

    private static final IsVisibleOptions DIALER = new IsVisibleOptions().setTimeout(30_000);
    private static final HasTextOptions SOON = new HasTextOptions().setTimeout(30_000);
    private static final String CALLBACK = "3";
    private static final DateTimeFormatter TURKISH = DateTimeFormatter.ofPattern("dd.MM.yyyy HH:mm");

    @Test
    void callbacksAreMadeByWhoPromisedThemAndByAnyoneByKeyboardAlone(
            Console console, Stack stack, SimulatorControl customers) throws Exception {
        // given
        customers.doAsTheLastDigitSays();
        Page page = console.logIn("deniz");
        Desk desk = new Desk(page);
        desk.becomeReady();
        UUID campaign = TestCampaign.collecting(stack);
        byte[] list = "phone_number,first_name,last_name,city,time_zone\n+905321231%03d,Ayşe,Öz,İzmir,Europe/Istanbul\n"
                .formatted(Math.floorMod(campaign.hashCode(), 100) * 10 + 1)
                .getBytes(StandardCharsets.UTF_8);
        Uploads.upload(console, console.logIn("bora"), campaign, "callbacks.csv", list);
        talk(page, desk);

        // when
        promise(page, desk, false);

        // then
        assertThat(page.locator("#callbacks-button")).containsText(": 1");

        // when
        desk.press("c");
        assertThat(page.locator("#callbacks-list li")).containsText("Ayşe");
        assertThat(page.locator("#callbacks-list button.primary")).isFocused();
        desk.press("Enter");
        talk(page, desk);
        promise(page, desk, true);

        // then
        desk.press("c");
        assertThat(page.locator("#callbacks-list button")).hasCount(1);
        assertThat(page.locator("#callbacks-list button")).isFocused();

        // when
        desk.press("Enter");
        talk(page, desk);
        desk.hangUp();
        desk.closeWith("1");

        // then
        assertThat(page.locator("#idle.ready")).isVisible();
        page.waitForCondition(
                () -> page.locator("#callbacks-button").textContent().contains(": 0"));
        desk.leave();
    }

    /** The lead is shown, dialled, rings, and is spoken with. */
    private static void talk(Page page, Desk desk) {
        assertThat(page.locator("#preview")).isVisible(DIALER);
        assertThat(page.locator("#customer-name")).containsText("Ayşe");
        desk.press("Enter");
        assertThat(page.locator("#presence-chip")).hasText("Çalıyor");
        assertThat(page.locator("#presence-chip")).hasText("Görüşmede", SOON);
        assertThat(page.locator("#controls [data-act=hold]:not([disabled])")).isVisible(DIALER);
    }

    /** For the customer's clock, as a Turk writes it, and typed without looking. */
    private static void promise(Page page, Desk desk, boolean anyone) {
        LocalDateTime soon = LocalDateTime.now(ZoneId.of("Europe/Istanbul")).plus(Duration.ofMinutes(6));
        desk.hangUp();
        desk.press(CALLBACK);
        assertThat(page.locator("#callback-at")).isFocused();
        page.keyboard().type("31.02.2027 10:00");
        desk.press("Enter");
        assertThat(page.locator("#callback-at")).hasAttribute("aria-invalid", "true");
        page.locator("#callback-at").selectText();
        page.keyboard().type(TURKISH.format(soon));
        desk.press("Tab");
        assertThat(page.locator("#callback-at")).hasAttribute("aria-invalid", "false");
        if (anyone) {
            desk.press("ArrowDown");
            assertThat(page.locator("[name=callback-who][value=anyone]")).isChecked();
        }
        desk.press("Enter");
        assertThat(page.locator("#idle.ready")).isVisible();
    }
}
