package io.missionwatch.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.missionwatch.embedded.Ports;
import io.missionwatch.runtime.ServiceHost;
import io.missionwatch.schema.Event;
import io.missionwatch.schema.Evidence;
import io.missionwatch.schema.NewsEvent;
import io.missionwatch.topics.TopicCatalogue;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.logging.Level;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.WindowType;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;

/** The page as a duty officer has it: in a browser, signed in with a token, while alerts come in. */
class ConsolePageTest {

    private static final File BROWSER = new File("/usr/bin/chromium");
    private static final File DRIVER = new File("/usr/bin/chromedriver");
    private static final int NEVER_TAKEN_BACK = 2;
    private static final AttackNews NEWS = new AttackNews(40, 40);

    @TempDir
    private static Path directory;

    private static Ground ground;
    private static ServiceHost service;
    private static ChromeDriver browser;
    private static String address;
    private static String analyst;
    private static String viewer;
    private static int written;

    @BeforeAll
    static void open() throws Exception {
        assumeTrue(BROWSER.canExecute() && DRIVER.canExecute(), "Chromium and its driver are not installed");
        ground = Ground.start(directory);
        int port = Ports.free(0);
        address = "http://127.0.0.1:" + port + "/";
        service = Services.alert(ground.settings(Map.of("api.port", Integer.toString(port), "api.tokens", "true")));
        analyst = token("Duty officer", "analyst");
        viewer = token("Visitor", "viewer");
        browser = new ChromeDriver(
                new ChromeDriverService.Builder().usingDriverExecutable(DRIVER).build(), options());
    }

    private static ChromeOptions options() {
        return new ChromeOptions()
                .setBinary(BROWSER)
                .addArguments(
                        "--headless=new",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-quic",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync",
                        "--no-first-run",
                        "--user-data-dir=" + directory.resolve("browser"));
    }

    private static String token(String name, String role) throws Exception {
        var settings = ground.settings(Map.of());
        try (var command = CommandProcess.start(
                directory,
                List.of(
                        "tokens",
                        "create",
                        name,
                        "--role",
                        role,
                        "--kafka",
                        settings.get("kafka.bootstrap.servers"),
                        "--registry",
                        ground.registryUrl()))) {
            assertThat(command.end(60)).as(command.text()).isZero();
            return command.printed().get(command.printed().size() - 1);
        }
    }

    @AfterAll
    static void close() {
        if (browser != null) {
            browser.quit();
        }
        if (service != null) {
            service.close();
        }
        if (ground != null) {
            ground.close();
        }
    }

    @BeforeEach
    void openInAWindowOfItsOwn() {
        browser.switchTo().newWindow(WindowType.TAB);
        browser.get(address);
    }

    @Test
    void letsNobodyInWithoutAToken() {
        Deadline.await("sign-in").until(() -> find("#sign-in").isDisplayed());
        assertThat(find("#sign-out").isDisplayed()).isFalse();

        signIn("mw_000000000000_" + "x".repeat(43));

        Deadline.await("the reason").until(() -> !textOf("#sign-in-reason").isBlank());
        assertThat(find("#sign-in").isDisplayed()).isTrue();
        assertThat(browser.findElements(By.cssSelector("#list button"))).isEmpty();
    }

    @Test
    void showsAnAlertAsItComesAndWhatIsDoneAboutIt() {
        enter(analyst, "Duty officer");
        open(write("A bomb went off outside the embassy of Norway."));
        Deadline.await("details")
                .until(() -> !browser.findElements(By.cssSelector("#details .evidence"))
                        .isEmpty());

        find("body").sendKeys("a");
        Deadline.await("the question").until(() -> find("#ask").isDisplayed());
        find("#ask-reason").sendKeys("Seen, calling the embassy");
        find("#ask .primary").click();

        Deadline.await("acknowledged").until(() -> textOf("#details .facts").contains("acknowledged"));
        assertThat(textOf("#details .history")).contains("by Duty officer").contains("calling the embassy");
        assertThat(faults()).isEmpty();
    }

    @Test
    void opensTheAlertThatTheAddressNames() {
        enter(analyst, "Duty officer");
        open(write("A bomb went off outside the embassy of Norway."));
        Deadline.await("the address").until(() -> browser.getCurrentUrl().startsWith(address + "#"));
        var named = browser.getCurrentUrl();

        browser.switchTo().newWindow(WindowType.TAB);
        browser.get(named);
        enter(viewer, "Visitor");

        Deadline.await("the alert")
                .until(() -> !browser.findElements(By.cssSelector("#details .evidence"))
                        .isEmpty());
        assertThat(faults()).isEmpty();
    }

    @Test
    void showsTheWordsOfFeedsAsWordsOnly() throws Exception {
        enter(analyst, "Duty officer");
        var states = HostileTexts.all().stream().map(ConsolePageTest::write).toList();

        for (var state : states) {
            Deadline.await("the row of " + state).until(() -> clickRowOf(state));
            Deadline.await("the alert of " + state)
                    .until(() -> textOf("#details h2").contains(state)
                            && !textOf("#details blockquote").isBlank());
        }
        assertThat(browser.findElements(By.cssSelector("main :is(img, script, iframe, object, link, meta, evil)")))
                .isEmpty();
        assertThat(browser.getTitle()).endsWith("Missionwatch");
        assertThat(faults()).isEmpty();
    }

    @Test
    void offersAViewerNothingToDo() {
        enter(viewer, "Visitor");
        open(write("A bomb went off outside the embassy of Norway."));

        Deadline.await("details")
                .until(() -> !browser.findElements(By.cssSelector("#details .evidence"))
                        .isEmpty());
        assertThat(browser.findElements(By.cssSelector("#details .actions button")))
                .isEmpty();
        find("body").sendKeys("a");
        assertThat(find("#ask").isDisplayed()).isFalse();
    }

    @Test
    void forgetsWhoSignsOut() {
        enter(viewer, "Visitor");
        find("#sign-out").click();

        Deadline.await("sign-in").until(() -> find("#sign-in").isDisplayed());
        assertThat(browser.executeScript("return sessionStorage.length + localStorage.length + document.cookie.length"))
                .isEqualTo(0L);
    }

    private static void enter(String token, String name) {
        Deadline.await("sign-in").until(() -> find("#sign-in").isDisplayed());
        signIn(token);
        Deadline.await("signed in").until(() -> textOf("#who").equals(name));
        Deadline.await("live").until(() -> textOf("#connection-text").equals("live"));
    }

    private static void signIn(String token) {
        find("#sign-in-token").sendKeys(token);
        find("#sign-in .primary").click();
    }

    /** Writes an event in a state of its own; answers which. */
    private static String write(String sentence) {
        int article = written++;
        var records = NEWS.records(article)
                .limit(NEVER_TAKEN_BACK)
                .map(record -> told(record, sentence))
                .toList();
        records.forEach(record -> ground.write(TopicCatalogue.EVENTS, AttackNews.articleId(article), record));
        var host = records.get(0).getEvent().getMissions().get(0).getHostState();
        return new Locale.Builder().setRegion(host).build().getDisplayCountry(Locale.ENGLISH);
    }

    private static NewsEvent told(NewsEvent record, String sentence) {
        if (record.getEvent() == null) {
            return record;
        }
        var evidence = Evidence.newBuilder(record.getEvent().getEvidence().get(0))
                .setSentence(sentence)
                .build();
        var event = Event.newBuilder(record.getEvent())
                .setEvidence(List.of(evidence))
                .build();
        return NewsEvent.newBuilder(record).setEvent(event).build();
    }

    /** Waits until every alert that was written has a row, and opens that of a state. */
    private static void open(String state) {
        Deadline.await("all alerts")
                .until(() ->
                        browser.findElements(By.cssSelector("#list button")).size() == written);
        Deadline.await("the alert of " + state).until(() -> clickRowOf(state));
    }

    /** Clicks in one step: while alerts come in, the list is drawn anew all the time. */
    private static boolean clickRowOf(String state) {
        return (Boolean) browser.executeScript("""
                const row = [...document.querySelectorAll("#list button")].find(one => one.textContent.includes(arguments[0]));
                row?.click();
                return row !== undefined;
                """, state);
    }

    /** Reads in one step, for the same reason. */
    private static String textOf(String selector) {
        return (String)
                browser.executeScript("return document.querySelector(arguments[0])?.textContent ?? ''", selector);
    }

    private static WebElement find(String selector) {
        return browser.findElement(By.cssSelector(selector));
    }

    /** What the browser complains about: scripts that fail, or what the page's own policy forbids. */
    private static List<String> faults() {
        return browser.manage().logs().get(LogType.BROWSER).getAll().stream()
                .filter(entry -> entry.getLevel().intValue() >= Level.SEVERE.intValue())
                .map(LogEntry::getMessage)
                .filter(message -> !message.contains("401"))
                .toList();
    }
}
