package org.fairlead.itests.whole;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.fairlead.itests.stack.Stack;

/** The console in a headless Chromium, with real log-ins. Each visit is a person's own browser. */
public final class Console implements AutoCloseable {

    private static final String PASSWORD = "fairlead";
    private static final double PATIENCE = 20_000;
    private static final List<String> FLAGS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private final Stack stack;
    private final Playwright playwright;
    private final Browser browser;
    private final List<Page> visits = new ArrayList<>();
    private final List<String> complaints = new ArrayList<>();

    Console(Stack stack) {
        this(stack, List.of());
    }

    /** @param more flags of a browser that can do more, or that does without something */
    Console(Stack stack, List<String> more) {
        this.stack = stack;
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
        this.playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        this.browser = playwright
                .chromium()
                .launch(new LaunchOptions()
                        .setExecutablePath(chromium())
                        .setArgs(Stream.concat(FLAGS.stream(), more.stream()).toList()));
    }

    /** Logs in through Keycloak and stands on the page that opens for this person. */
    public Page logIn(String login) {
        BrowserContext context = browser.newContext(new Browser.NewContextOptions().setViewportSize(1440, 900));
        context.setDefaultTimeout(PATIENCE);
        Page page = context.newPage();
        page.onPageError(error -> complaints.add(page.url() + " " + error));
        page.onConsoleMessage(message -> {
            // a page that is refused is an answer, not a fault of the page
            boolean refused = message.text().matches("Failed to load resource: .* status of 40[34] .*")
                    && message.location().matches(".*(\\.xhtml|/favicon\\.ico).*"); // a bare fragment names no icon
            if ("error".equals(message.type()) && !refused) {
                complaints.add(page.url() + " " + message.text() + " " + message.location());
            }
        });
        visits.add(page);
        page.navigate(stack.console() + "/");
        page.locator("#username").fill(login);
        page.locator("#password").fill(PASSWORD);
        page.locator("#password").press("Enter");
        page.waitForURL(address -> address.startsWith(stack.console().toString()));
        return page;
    }

    /** Opens a page of the console in a visit that is logged in. */
    public void open(Page page, String path) {
        page.navigate(stack.console() + path);
    }

    /** What the browser complained about since the last time that this was asked: scripts that failed, files that are not there. */
    List<String> complaints() {
        List<String> told = List.copyOf(complaints);
        complaints.clear();
        return told;
    }

    /** Ends all visits of a test; what they showed last is kept when the test failed. */
    void leaveAll(String test, boolean failed) {
        for (Page page : visits) {
            if (failed) {
                Path picture = Path.of(
                        "target",
                        "pictures",
                        test.replaceAll("[^A-Za-z0-9]+", "-") + "-" + visits.indexOf(page) + ".png");
                page.screenshot(new ScreenshotOptions().setPath(picture));
            }
            page.context().close();
        }
        visits.clear();
        complaints.clear();
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }

    private static Path chromium() {
        return Stream.of(System.getenv().getOrDefault("PATH", "/usr/bin").split(":"))
                .flatMap(folder -> Stream.of("chromium", "chromium-browser", "google-chrome")
                        .map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no Chromium on the PATH"));
    }
}
