package brume.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.s3.S3Client;

/// The console, as somebody sees it who looks after a Brume: in a browser, signed in with an access
/// key.
class ConsolePageTest {
  private static final String READS_TABLES =
      """
      {"Version": "2012-10-17", "Statement": [{
        "Effect": "Allow",
        "Action": ["dynamodb:ListTables", "dynamodb:DescribeTable", "dynamodb:Scan"],
        "Resource": "*"}]}
      """;

  /// A function that reads the stream of a table.
  private static final String READER =
      """
      Transform: AWS::Serverless-2016-10-31
      Resources:
        Orders:
          Type: AWS::DynamoDB::Table
          Properties:
            TableName: Orders
            BillingMode: PAY_PER_REQUEST
            AttributeDefinitions: [{AttributeName: id, AttributeType: S}]
            KeySchema: [{AttributeName: id, KeyType: HASH}]
            StreamSpecification: {StreamViewType: NEW_IMAGE}
        Reader:
          Type: AWS::Serverless::Function
          Properties:
            FunctionName: order-reader
            Runtime: python3.12
            Handler: index.handler
            InlineCode: "handler = print"
            Events:
              Orders:
                Type: DynamoDB
                Properties: {Stream: !GetAtt Orders.StreamArn, StartingPosition: TRIM_HORIZON}
      """;

  @TempDir Path folder;
  private BrumeProcess brume;
  private Browser browser;

  @BeforeEach
  void start() throws IOException {
    brume = BrumeProcess.start(folder.resolve("data"));
    browser = new Browser();
    fillTable();
    fillBucket();
  }

  @AfterEach
  void stop() throws IOException {
    browser.close();
    brume.close();
  }

  private void fillTable() {
    brume.createTable("Todos");
    try (var tables = brume.client(DynamoDbClient.builder())) {
      var item =
          Map.of("id", AttributeValue.fromS("todo-1"), "title", AttributeValue.fromS("Frame it"));
      tables.putItem(put -> put.tableName("Todos").item(item));
    }
  }

  private void fillBucket() {
    try (var s3 = brume.client(S3Client.builder().forcePathStyle(true))) {
      s3.createBucket(create -> create.bucket("photos"));
      s3.putObject(
          put -> put.bucket("photos").key("2026/harbour & boats.txt"),
          RequestBody.fromString("blue"));
    }
  }

  @Test
  void theOwnerSeesWhatIsThere() throws IOException {
    signIn(brume.variable("AWS_ACCESS_KEY_ID"), brume.variable("AWS_SECRET_ACCESS_KEY"));
    browser.awaitText("Requests since the start");
    browser.screenshot("console-overview");

    visit("#/tables");
    browser.follow("Todos");
    browser.awaitText("Frame it");
    browser.screenshot("console-items");
    browser.follow("todo-1");
    browser.press("Save");
    browser.awaitText("Saved");

    visit("#/buckets");
    browser.follow("photos");
    browser.follow("2026/");
    browser.follow("harbour & boats.txt");
    browser.awaitText("s3://photos/2026/harbour & boats.txt");
    browser.screenshot("console-object");

    visit("#/requests");
    browser.type("Service, status or caller", "dynamodb PutItem root");
    browser.awaitText("PutItem");
    browser.awaitText("allowed");
    browser.screenshot("console-requests");
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void theOwnerSeesWhatFunctionsRead() throws IOException {
    var template = Files.writeString(folder.resolve("reader.yaml"), READER).toString();
    brume.run("brume.cli.Deploy", "--stack-name", "reader", template);
    try (var tables = brume.client(DynamoDbClient.builder())) {
      var item = Map.of("id", AttributeValue.fromS("order-1"));
      tables.putItem(put -> put.tableName("Orders").item(item));
    }
    signIn(brume.variable("AWS_ACCESS_KEY_ID"), brume.variable("AWS_SECRET_ACCESS_KEY"));
    browser.awaitText("Requests since the start");
    visit("#/sources");
    browser.awaitText("order-reader");
    browser.awaitText("Enabled");
    browser.follow("stream of Orders");
    browser.awaitText("OK");
    browser.awaitText("TRIM_HORIZON");
    browser.awaitText("Age of the last record read, ms");
    browser.awaitGone("No data in this time");
    browser.screenshot("console-source");
    visit("#/tables/Orders/stream");
    browser.awaitText("NEW_IMAGE");
    browser.awaitText("INSERT");
    browser.awaitText("order-1");
    browser.follow("order-reader");
    visit("#/tables/Todos/stream");
    browser.awaitText("This table has no stream.");
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void aUserSeesWhatTheirPoliciesAllow() throws IOException {
    try (var iam = brume.client(IamClient.builder())) {
      iam.createUser(create -> create.userName("ada"));
      iam.putUserPolicy(
          put -> put.userName("ada").policyName("reads").policyDocument(READS_TABLES));
      var key = iam.createAccessKey(create -> create.userName("ada")).accessKey();
      signIn(key.accessKeyId(), key.secretAccessKey());
    }
    browser.awaitText("is not authorized to perform: brume:GetOverview");
    visit("#/tables/Todos");
    browser.awaitText("Frame it");
    visit("#/buckets/photos");
    browser.awaitText("is not authorized to perform: s3:ListBucket");
    browser.screenshot("console-denied");
  }

  @Test
  void nobodySignsInWithAWrongSecret() throws IOException {
    signIn(brume.variable("AWS_ACCESS_KEY_ID"), "wrong");
    browser.awaitText("The request signature we calculated does not match");
    browser.screenshot("console-sign-in");
  }

  private void signIn(String accessKeyId, String secretAccessKey) {
    browser.open(brume.endpoint() + "/_brume/");
    browser.type("Access key ID", accessKeyId);
    browser.type("Secret access key", secretAccessKey);
    browser.press("Sign in");
  }

  private void visit(String address) {
    browser.run("location.hash = arguments[0]", address);
  }
}
