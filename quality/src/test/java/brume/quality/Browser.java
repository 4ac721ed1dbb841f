package brume.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.openqa.selenium.By;
import org.openqa.selenium.NoSuchElementException;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;

/// A headless Chromium with a profile of its own, used as a person would: things are found by what
/// they are called.
final class Browser implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Path SCREENSHOTS = Path.of("target", "screenshots");

  private final ChromeDriver driver;

  Browser() {
    var options = new ChromeOptions();
    options.setBinary(program("chromium"));
    options.addArguments("--headless=new", "--no-sandbox", "--disable-dev-shm-usage");
    options.addArguments("--window-size=900,900", "--disable-gpu");
    var service =
        new ChromeDriverService.Builder()
            .usingDriverExecutable(Path.of(program("chromedriver")).toFile())
            .build();
    driver = new ChromeDriver(service, options);
    driver.manage().timeouts().implicitlyWait(PATIENCE);
  }

  private static String program(String name) {
    for (var folder : System.getenv("PATH").split(":")) {
      var file = Path.of(folder, name);
      if (Files.isExecutable(file)) {
        return file.toString();
      }
    }
    throw new AssertionError(name + " is missing; ./brume test installs it where it may");
  }

  void open(String address) {
    driver.get(address);
  }

  /// Types into the field of that label.
  void type(String label, String text) {
    var field = field(label);
    field.clear();
    field.sendKeys(text);
  }

  private WebElement field(String label) {
    return driver.findElement(
        By.xpath(
            "//input[@aria-label='%1$s' or @id=//label[normalize-space()='%1$s']/@for]"
                .formatted(label)));
  }

  /// Chooses a file in the only picker of an element.
  void choose(Path file, String near) {
    driver
        .findElement(By.xpath("//li[contains(., '" + near + "')]//input[@type='file']"))
        .sendKeys(file.toAbsolutePath().toString());
  }

  void press(String button) {
    driver
        .findElement(
            By.xpath("//button[normalize-space()='%1$s' or @aria-label='%1$s']".formatted(button)))
        .click();
  }

  /// Clicks on a link.
  void follow(String link) {
    driver.findElement(By.xpath("//a[normalize-space()='" + link + "']")).click();
  }

  void tick(String label) {
    driver.findElement(By.xpath("//label[normalize-space()='" + label + "']//input")).click();
  }

  /// Waits until the page says so.
  void awaitText(String text) {
    try {
      driver.findElement(By.xpath("//body//*[contains(normalize-space(), \"" + text + "\")]"));
    } catch (NoSuchElementException missing) {
      throw new AssertionError(text + " is not said by: " + text() + complaints(), missing);
    }
  }

  /// Waits until the page says so no more.
  void awaitGone(String text) {
    await(() -> !text().contains(text), text + " is gone");
  }

  String text() {
    return driver.findElement(By.tagName("body")).getText();
  }

  /// The address of the picture with that alternative text, once it is painted.
  String awaitPicture(String alt) {
    var picture = driver.findElement(By.xpath("//img[@alt='" + alt + "']"));
    await(() -> run("return arguments[0].naturalWidth > 0", picture).equals(true), alt);
    return String.valueOf(picture.getAttribute("src"));
  }

  private static void await(Supplier<Boolean> condition, String what) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!holds(condition)) {
      assertThat(System.nanoTime()).as(what).isLessThan(end);
    }
  }

  private static boolean holds(Supplier<Boolean> condition) {
    try {
      return condition.get();
    } catch (StaleElementReferenceException repainted) {
      return false;
    }
  }

  Object run(String script, Object... arguments) {
    return driver.executeScript(script, arguments);
  }

  /// What the page wrote to its console as errors.
  List<String> complaints() {
    return driver.manage().logs().get("browser").getAll().stream()
        .filter(entry -> entry.getLevel().intValue() >= java.util.logging.Level.SEVERE.intValue())
        .map(Object::toString)
        .toList();
  }

  /// Keeps what is to be seen, as a build output.
  void screenshot(String name) throws IOException {
    Files.createDirectories(SCREENSHOTS);
    Files.write(SCREENSHOTS.resolve(name + ".png"), driver.getScreenshotAs(OutputType.BYTES));
  }

  @Override
  public void close() {
    driver.quit();
  }
}
