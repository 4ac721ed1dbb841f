package brume.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cognitoidentity.CognitoIdentityClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Exception;

/// The whole way of two users through the page of the todos, in a real browser.
class TodoPageTest {
  private static final Path SOLUTION = Sources.HOME.resolve("solutions/todo");
  private static final Pattern OUTPUT = Pattern.compile("  (\\w+) +(\\S+)");
  private static final Pattern CODE = Pattern.compile("\\b(\\d{6})\\b");
  private static final String PASSWORD = "Correct-horse-7";

  @TempDir Path folder;
  private final HttpClient http = HttpClient.newHttpClient();
  private final Map<String, String> outputs = new java.util.HashMap<>();
  private BrumeProcess brume;

  @BeforeEach
  void deploy() throws IOException {
    brume = BrumeProcess.start(folder.resolve("data"));
    var said =
        brume.run(
            "brume.cli.Deploy",
            "--stack-name",
            "todo",
            "--web",
            SOLUTION.resolve("target/web").toString(),
            SOLUTION.resolve("template.yaml").toString());
    said.lines()
        .map(OUTPUT::matcher)
        .filter(java.util.regex.Matcher::matches)
        .forEach(output -> outputs.put(output.group(1), output.group(2)));
  }

  @AfterEach
  void stop() throws IOException {
    brume.close();
    http.close();
  }

  @Test
  void nobodySeesWhatIsAnothers() throws Exception {
    try (var ada = new Browser();
        var eve = new Browser()) {
      signUp(ada, "ada@example.com");
      ada.type("What is to be done", "Frame the picture");
      ada.run(
          "const due = document.querySelector('[aria-label=Due]'); due.value = '2099-12-31';"
              + " due.dispatchEvent(new Event('input', {bubbles: true}))");
      ada.press("Add");
      ada.awaitText("1 of 1 to do");
      ada.choose(picture(), "Frame the picture");
      var address = ada.awaitPicture("Photo of Frame the picture");
      ada.screenshot("todo-with-photo");
      ada.tick("Frame the picture");
      ada.awaitText("0 of 1 to do");
      assertThat(ada.complaints()).isEmpty();

      signUp(eve, "eve@example.com");
      eve.awaitText("Nothing yet");
      assertThat(eve.text()).doesNotContain("Frame the picture");
      eve.screenshot("another-user");

      assertThat(get(address, null).statusCode()).isEqualTo(200);
      assertThat(get(address.substring(0, address.indexOf('?')), null).statusCode()).isEqualTo(403);
      photosAreTheirOwners(eve, keyIn(address));
      todosAreTheirOwners(ada, eve);
    }
  }

  private void signUp(Browser browser, String email) throws Exception {
    browser.open(outputs.get("TodoApp"));
    browser.awaitText("Sign in");
    browser.press("Create an account");
    browser.type("Email", email);
    browser.type("Password", PASSWORD);
    browser.press("Sign up");
    browser.awaitText("We mailed a code to " + email);
    browser.type("Code", code(email));
    browser.screenshot("confirm");
    browser.press("Confirm");
    browser.awaitText("Sign out");
  }

  /// The code in the mail that lies in the mailbox.
  private String code(String email) throws Exception {
    var mailbox = brume.endpoint() + "/_brume/mailbox/000000000000/messages";
    var listed = "";
    while (!listed.contains("\"id\"")) {
      listed = get(mailbox + "?recipient=" + email, null).body();
    }
    var id = find(Pattern.compile("\"id\":\"([^\"]+)\""), listed);
    return find(CODE, get(mailbox + '/' + id, null).body());
  }

  private Path picture() throws IOException {
    var image = new BufferedImage(320, 200, BufferedImage.TYPE_INT_RGB);
    var graphics = image.createGraphics();
    graphics.setColor(new Color(0x0f766e));
    graphics.fillRect(0, 0, 320, 200);
    graphics.setColor(Color.WHITE);
    graphics.fillOval(110, 50, 100, 100);
    graphics.dispose();
    var file = folder.resolve("picture one.png");
    ImageIO.write(image, "png", file.toFile());
    return file;
  }

  private static String keyIn(String address) {
    var path = URI.create(address).getRawPath();
    var key = path.substring(path.indexOf('/', 1) + 1);
    return URLDecoder.decode(key, StandardCharsets.UTF_8);
  }

  /// With the credentials that the identity pool gives a user, by the SDK.
  private void photosAreTheirOwners(Browser other, String key) {
    var region = Region.of(brume.variable("AWS_REGION"));
    var provider = "cognito-idp." + region + ".amazonaws.com/" + outputs.get("UserPoolId");
    var logins = Map.of(provider, idToken(other));
    try (var identities =
        CognitoIdentityClient.builder()
            .endpointOverride(brume.endpoint())
            .region(region)
            .credentialsProvider(AnonymousCredentialsProvider.create())
            .httpClient(UrlConnectionHttpClient.create())
            .build()) {
      var pool = outputs.get("IdentityPoolId");
      var id = identities.getId(get -> get.identityPoolId(pool).logins(logins)).identityId();
      var given =
          identities
              .getCredentialsForIdentity(get -> get.identityId(id).logins(logins))
              .credentials();
      var credentials =
          AwsSessionCredentials.create(
              given.accessKeyId(), given.secretKey(), given.sessionToken());
      try (var s3 =
          S3Client.builder()
              .endpointOverride(brume.endpoint())
              .region(region)
              .credentialsProvider(StaticCredentialsProvider.create(credentials))
              .httpClient(UrlConnectionHttpClient.create())
              .forcePathStyle(true)
              .build()) {
        var photos = outputs.get("PhotosBucket");
        assertThatThrownBy(() -> s3.getObjectAsBytes(get -> get.bucket(photos).key(key)))
            .isInstanceOfSatisfying(
                S3Exception.class, e -> assertThat(e.statusCode()).isEqualTo(403));
        assertThatThrownBy(() -> s3.listObjectsV2(list -> list.bucket(photos)))
            .isInstanceOf(S3Exception.class);
        s3.putObject(
            put -> put.bucket(photos).key(id + "/own.txt"),
            software.amazon.awssdk.core.sync.RequestBody.fromString("mine"));
      }
    }
  }

  private void todosAreTheirOwners(Browser owner, Browser other) throws Exception {
    var mine =
        brume.endpoint()
            + "/_brume/execute-api/"
            + URI.create(outputs.get("TodoApi")).getHost().split("\\.")[0]
            + "/Prod/my/todos";
    var listed = get(mine, idToken(owner)).body();
    var id = find(Pattern.compile("\"id\":\"([^\"]+)\""), listed);
    assertThat(get(mine + '/' + id, idToken(owner)).statusCode()).isEqualTo(200);
    assertThat(get(mine + '/' + id, idToken(other)).statusCode()).isEqualTo(404);
    assertThat(get(mine, idToken(other)).body()).isEqualTo("[]");
    assertThat(get(mine, null).statusCode()).isEqualTo(401);
    assertThat(get(mine, idToken(owner) + "x").statusCode()).isEqualTo(401);
  }

  private static String idToken(Browser browser) {
    return String.valueOf(
        browser.run(
            "return Object.entries(localStorage).find(([key]) => key.endsWith('.idToken'))[1]"));
  }

  private HttpResponse<String> get(String address, String token)
      throws IOException, InterruptedException {
    var request = HttpRequest.newBuilder(URI.create(address));
    if (token != null) {
      request.header("Authorization", token);
    }
    return http.send(request.build(), BodyHandlers.ofString());
  }

  private static String find(Pattern pattern, String text) {
    var found = pattern.matcher(text);
    assertThat(found.find()).as(text).isTrue();
    return found.group(1);
  }
}
