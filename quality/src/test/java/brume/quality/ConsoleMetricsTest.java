package brume.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// The pages of the console that show numbers: metrics, alarms, caches and tables over time.
class ConsoleMetricsTest {
  private static final String ALARM =
      """
      Resources:
        TooManyWrites:
          Type: AWS::CloudWatch::Alarm
          Properties:
            AlarmName: TooManyWrites
            AlarmDescription: More than three in five minutes
            Namespace: AWS/DynamoDB
            MetricName: ConsumedWriteCapacityUnits
            Dimensions: [{Name: TableName, Value: Todos}]
            Statistic: Sum
            Period: 300
            EvaluationPeriods: 2
            Threshold: 3
            ComparisonOperator: GreaterThanThreshold
      """;

  @TempDir static Path folder;
  private static BrumeProcess brume;
  private static Browser browser;

  @BeforeAll
  static void start() throws IOException {
    brume = BrumeProcess.start(folder.resolve("data"));
    browser = new Browser();
    fillTable();
    watch();
    browser.open(brume.endpoint() + "/_brume/");
    browser.type("Access key ID", brume.variable("AWS_ACCESS_KEY_ID"));
    browser.type("Secret access key", brume.variable("AWS_SECRET_ACCESS_KEY"));
    browser.press("Sign in");
    browser.awaitText("Requests since the start");
  }

  @AfterAll
  static void stop() throws IOException {
    browser.close();
    brume.close();
  }

  /// Each test comes from a page that says nothing of what the next one shows.
  @BeforeEach
  void leave() {
    visit("#/simulator");
    browser.awaitText("Policy simulator");
  }

  private static void watch() throws IOException {
    var template = Files.writeString(folder.resolve("alarm.yaml"), ALARM).toString();
    brume.run("brume.cli.Deploy", "--stack-name", "alarm", template);
  }

  private static void fillTable() {
    brume.createTable("Todos");
    try (var tables = brume.client(DynamoDbClient.builder())) {
      tables.putItem(
          put -> put.tableName("Todos").item(Map.of("id", AttributeValue.fromS("todo-1"))));
    }
  }

  @Test
  void aMetricIsPlotted() throws IOException {
    visit("#/metrics/AWS%2FDynamoDB/ConsumedWriteCapacityUnits?TableName=Todos");
    browser.awaitText("Average 1");
    browser.awaitText("TooManyWrites");
    // One value alone is a dot: a stroke without length.
    assertThat(dots()).isEqualTo(1L);
    browser.press("7 d");
    browser.awaitText("Average 1");
    browser.screenshot("console-metric");
    browser.follow("AWS/DynamoDB");
    browser.awaitText("TableName = Todos");
    browser.follow("Metrics");
    browser.awaitText("AWS/DynamoDB");
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void anAlarmSaysWhatItWatches() throws IOException {
    visit("#/alarms");
    browser.awaitText("AWS/DynamoDB ConsumedWriteCapacityUnits");
    browser.follow("TooManyWrites");
    browser.awaitText("More than three in five minutes");
    browser.awaitText("Sum greater than threshold 3, 2 of 2 × 300 s");
    browser.awaitText("Threshold 3");
    browser.awaitText("created");
    browser.screenshot("console-alarm");
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void withoutACacheThePageSaysSo() throws IOException {
    visit("#/caches");
    browser.awaitText("No DAX cluster and no stage's cache was used");
    browser.screenshot("console-caches");
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void aTableShowsWhatItWasAskedFor() throws IOException {
    visit("#/tables/Todos/metrics");
    browser.awaitText("on demand");
    browser.awaitText("write 1");
    browser.screenshot("console-table-metrics");
    assertThat(browser.complaints()).isEmpty();
  }

  private static Object dots() {
    return browser.run(
        "return [...document.querySelectorAll('.plot .lone')]"
            + ".filter((path) => path.getAttribute('d').match(/h0/g)?.length === 1).length");
  }

  private static void visit(String address) {
    browser.run("location.hash = arguments[0]", address);
  }
}
