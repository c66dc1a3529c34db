package org.guixue.system;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One visitor in Debian's Chromium: an own context with its own cookies at 1366×768. The browser itself is started once, as
 * the headless shell, which takes a third of what the whole Chromium takes; that one has the viewer of PDF files.
 * Chinese is drawn with the fonts that the build has fetched, so that pictures look alike everywhere. For one thread.
 */
public final class Browser implements AutoCloseable {
    private static final List<String> FLAGS = List.of(
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    /** Notes in a page that it is about to be left: by a form that is sent, or by a link. */
    private static final String LEAVING = """
            addEventListener('submit', (event) => {
              window.leaving = !event.defaultPrevented && !event.target.target && event.target.method !== 'dialog';
            });
            addEventListener('click', (event) => {
              const link = event.target.closest && event.target.closest('a[href]');
              if (!link || event.defaultPrevented || link.target || link.hasAttribute('download')) return;
              window.leaving = link.href.split('#')[0] !== location.href.split('#')[0];
            });
            """;

    private static final String SHELL = "/usr/bin/chromium-headless-shell";
    private static final String WHOLE = "/usr/bin/chromium";
    private static final Map<String, com.microsoft.playwright.Browser> STARTED = new HashMap<>();
    private static @Nullable Playwright playwright;

    private final BrowserContext context;
    private final Page page;
    private final URI base;

    public Browser(URI base) {
        this(base, 1366, 768);
    }

    public Browser(URI base, int width, int height) {
        this(base, width, height, true);
    }

    /** @param scripts whether pages may run theirs */
    public Browser(URI base, int width, int height, boolean scripts) {
        this(base, width, height, scripts, SHELL);
    }

    private Browser(URI base, int width, int height, boolean scripts, String program) {
        this.base = base;
        context = started(program)
                .newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                        .setViewportSize(width, height)
                        .setJavaScriptEnabled(scripts)
                        .setLocale("zh-CN")
                        .setBaseURL(base.toString()));
        context.setDefaultTimeout(30_000);
        context.addInitScript(LEAVING);
        page = context.newPage();
    }

    /** One that shows PDF files itself. */
    public static Browser withViewer(URI base) {
        return new Browser(base, 1366, 768, true, WHOLE);
    }

    public Page page() {
        return page;
    }

    /** Goes to a path that begins with a slash. */
    public Page open(String path) {
        page.navigate(base.resolve(path).toString());
        return page;
    }

    /** Signs in by the form with the demo password and stays on the desk. */
    public Page signIn(String username) {
        open("/login");
        page.fill("#username", username);
        page.fill("#password", SystemIT.PASSWORD);
        click(page, "button[type=submit]");
        page.waitForURL(base.resolve("/").toString());
        return page;
    }

    /**
     * Clicks, and waits until the page is left if that is what the click does: Chromium says so only afterwards when the
     * machine is busy. Not for a click that downloads.
     */
    public static void click(Page page, String selector) {
        click(page.locator(selector).first());
    }

    public static void click(Locator place) {
        Page page = place.page();
        place.click();
        page.waitForFunction("() => !window.leaving");
    }

    /** Narrows the list of whom a paper may be about to that name: other tests bring more children than it shows. */
    public void findSubject(String name) {
        page.fill("#who", name);
        page.press("#who", "Enter");
        page.waitForURL(url -> url.contains("q="));
    }

    /** Posts the sheet by that button and waits for the answer; a sheet that is just being saved posts only afterwards. */
    public static void submit(Page page, String act) {
        page.evaluate("document.body.dataset.before = ''");
        page.click(".bottombar button[value=" + act + "]");
        page.waitForSelector("body:not([data-before])");
    }

    /** With {@code -Dguixue.it.pictures=true}: keeps a picture of the whole page as {@code target/screens/<name>.png}. */
    public void picture(String name) {
        if (!Boolean.getBoolean("guixue.it.pictures")) {
            return;
        }
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target", "screens", name + ".png"))
                .setFullPage(true));
    }

    /** What axe finds wrong with the page: rule, help and where; empty when nothing. */
    public List<String> accessibilityFaults() {
        return new AxeBuilder(page)
                .analyze().getViolations().stream().map(Browser::describe).toList();
    }

    /** Whether the page needs no horizontal scrolling. */
    public boolean fitsItsWidth() {
        return (Boolean) page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth");
    }

    /** Words in the lists of the page that go on in a second line, where only sentences may. */
    public List<?> brokenWords() {
        return (List<?>) page.evaluate("""
                () => [...document.querySelectorAll('table.list td:not(.prose)')]
                  .flatMap((cell) => [...cell.querySelectorAll('*'), cell])
                  .flatMap((element) => [...element.childNodes])
                  .filter((node) => node.nodeType === Node.TEXT_NODE && /^\\S+$/.test(node.data.trim()))
                  .filter((node) => {
                    const range = document.createRange();
                    range.selectNodeContents(node);
                    const lines = [...range.getClientRects()].filter((line) => line.width > 1);
                    return new Set(lines.map((line) => Math.round(line.top))).size > 1;
                  })
                  .map((node) => node.data)""");
    }

    @Override
    public void close() {
        context.close();
    }

    private static String describe(Rule rule) {
        return rule.getId() + " (" + rule.getHelp() + ") at "
                + rule.getNodes().stream()
                        .map(node -> String.valueOf(node.getTarget()))
                        .toList();
    }

    private static synchronized com.microsoft.playwright.Browser started(String program) {
        return STARTED.computeIfAbsent(program, Browser::start);
    }

    private static com.microsoft.playwright.Browser start(String program) {
        Map<String, String> environment = new HashMap<>(System.getenv());
        environment.put("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
        environment.put("FONTCONFIG_FILE", fonts().toString());
        Playwright driver = playwright;
        if (driver == null) {
            driver = Playwright.create(new Playwright.CreateOptions().setEnv(environment));
            playwright = driver;
            Runtime.getRuntime().addShutdownHook(new Thread(driver::close));
        }
        return driver.chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(Path.of(program))
                        .setHeadless(true)
                        .setChromiumSandbox(false)
                        .setEnv(environment)
                        .setArgs(FLAGS));
    }

    /** A fontconfig that knows the fetched fonts, and nothing else that could change a picture. */
    private static Path fonts() {
        Path file = Path.of("target", "it", "fonts.conf").toAbsolutePath();
        Path folder = Path.of("src", "main", "fonts", "node_modules").toAbsolutePath();
        try {
            Files.createDirectories(file.getParent());
            return Files.writeString(file, """
                    <?xml version="1.0"?>
                    <fontconfig>
                      <dir>%s</dir>
                      <cachedir>%s</cachedir>
                      <alias><family>sans-serif</family><prefer><family>Noto Sans SC</family></prefer></alias>
                      <alias><family>serif</family><prefer><family>Noto Serif SC</family></prefer></alias>
                    </fontconfig>
                    """.formatted(folder, file.resolveSibling("fontcache")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Tab until the control of that name, or the button of that value, has the focus. */
    static void tabTo(Page page, String name) {
        for (int i = 0; i < 80; i++) {
            page.keyboard().press("Tab");
            Object reached = page.evaluate(
                    "name => { const at = document.activeElement;"
                            + " return at.name === name || (at.tagName === 'BUTTON' && at.value === name); }",
                    name);
            if (Boolean.TRUE.equals(reached)) {
                return;
            }
        }
        throw new AssertionError("the keyboard does not reach " + name);
    }
}
