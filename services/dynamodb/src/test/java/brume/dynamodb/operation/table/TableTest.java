package brume.dynamodb.operation.table;

import static brume.dynamodb.Local.attributes;
import static brume.dynamodb.Local.schema;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import brume.dynamodb.Local;
import brume.model.dynamodb.CreateTableInput;
import brume.model.dynamodb.DeleteTableInput;
import brume.model.dynamodb.DescribeTableInput;
import brume.model.dynamodb.DynamoDbModel;
import brume.model.dynamodb.ListTablesInput;
import brume.model.dynamodb.ListTagsOfResourceInput;
import brume.model.dynamodb.ProvisionedThroughput;
import brume.model.dynamodb.SSESpecification;
import brume.model.dynamodb.StreamSpecification;
import brume.model.dynamodb.TableDescription;
import brume.model.dynamodb.Tag;
import brume.model.dynamodb.TagResourceInput;
import brume.model.dynamodb.UntagResourceInput;
import brume.model.dynamodb.UpdateTableInput;
import java.util.List;
import org.junit.jupiter.api.Test;

class TableTest {
  private static final String ARN = "arn:aws:dynamodb:us-east-1:000000000000:table/T";

  private final Local local = new Local();

  @Test
  void aTableIsDescribed() {
    local.table("T", "p:S", "s:N");
    local.put("T", "p", "1", "s", 1);
    var table = describe("T");
    assertThat(table.tableStatus()).isEqualTo("ACTIVE");
    assertThat(table.tableArn()).isEqualTo(ARN);
    assertThat(table.creationDateTime()).isEqualTo(Local.NOW);
    assertThat(table.keySchema()).isEqualTo(schema("p:S", "s:N"));
    assertThat(table.attributeDefinitions()).isEqualTo(attributes("p:S", "s:N"));
    assertThat(table.billingModeSummary().billingMode()).isEqualTo("PAY_PER_REQUEST");
    assertThat(table.provisionedThroughput().readCapacityUnits()).isZero();
    assertThat(table.itemCount()).isEqualTo(1);
    assertThat(table.tableSizeBytes()).isEqualTo(5);
    assertThat(describe(ARN)).isEqualTo(table);
  }

  @Test
  void aNameIsUsedOnce() {
    local.table("T", "p:S");
    assertThatThrownBy(() -> local.table("T", "p:S")).hasMessage("Table already exists: T");
    assertThatThrownBy(() -> describe("U"))
        .hasMessage("Requested resource not found: Table: U not found");
  }

  @Test
  void aDeletedTableIsGoneWithItsItems() {
    local.table("T", "p:S");
    local.put("T", "p", "1");
    var deleted = local.invoke(DynamoDbModel.DELETE_TABLE, new DeleteTableInput("T"));
    assertThat(deleted.tableDescription().tableStatus()).isEqualTo("DELETING");
    assertThatThrownBy(() -> local.get("T", "p", "1")).hasMessage("Requested resource not found");
    local.table("U", "p:S");
    local.invoke(DynamoDbModel.CREATE_TABLE, Local.definition("T", "p:S", "s:S").build());
    assertThat(describe("T").itemCount()).isZero();
  }

  @Test
  void aTableMayBeProtected() {
    local.invoke(
        DynamoDbModel.CREATE_TABLE,
        Local.definition("T", "p:S").deletionProtectionEnabled(true).build());
    assertThatThrownBy(() -> local.invoke(DynamoDbModel.DELETE_TABLE, new DeleteTableInput("T")))
        .hasMessageStartingWith("Resource cannot be deleted as it is currently protected");
    var update = UpdateTableInput.builder().tableName("T").deletionProtectionEnabled(false);
    local.invoke(DynamoDbModel.UPDATE_TABLE, update.build());
    local.invoke(DynamoDbModel.DELETE_TABLE, new DeleteTableInput("T"));
  }

  @Test
  void billingChanges() {
    local.table("T", "p:S");
    var provisioned =
        UpdateTableInput.builder()
            .tableName("T")
            .billingMode("PROVISIONED")
            .provisionedThroughput(new ProvisionedThroughput(5L, 6L))
            .build();
    local.invoke(DynamoDbModel.UPDATE_TABLE, provisioned);
    var table = describe("T");
    assertThat(table.billingModeSummary()).isNull();
    assertThat(table.provisionedThroughput().writeCapacityUnits()).isEqualTo(6);
  }

  @Test
  void namesAreListedInPages() {
    for (var name : List.of("ccc", "aaa", "bbb")) {
      local.table(name, "p:S");
    }
    var first = local.invoke(DynamoDbModel.LIST_TABLES, new ListTablesInput(null, 2));
    assertThat(first.tableNames()).containsExactly("aaa", "bbb");
    var rest =
        local.invoke(
            DynamoDbModel.LIST_TABLES, new ListTablesInput(first.lastEvaluatedTableName(), 2));
    assertThat(rest.tableNames()).containsExactly("ccc");
    assertThat(rest.lastEvaluatedTableName()).isNull();
  }

  @Test
  void tagsComeAndGo() {
    local.invoke(
        DynamoDbModel.CREATE_TABLE,
        Local.definition("T", "p:S").tags(List.of(new Tag("a", "1"))).build());
    var more = List.of(new Tag("a", "2"), new Tag("b", "3"));
    local.invoke(DynamoDbModel.TAG_RESOURCE, new TagResourceInput(ARN, more));
    local.invoke(DynamoDbModel.UNTAG_RESOURCE, new UntagResourceInput(ARN, List.of("b")));
    var listed = ListTagsOfResourceInput.builder().resourceArn(ARN).build();
    assertThat(local.invoke(DynamoDbModel.LIST_TAGS_OF_RESOURCE, listed).tags())
        .containsExactly(new Tag("a", "2"));
  }

  @Test
  void definitionsMustFit() {
    var table = Local.definition("T", "p:S");
    assertRefused(
        table.provisionedThroughput(new ProvisionedThroughput(1L, 1L)),
        "One or more parameter values were invalid: Neither ReadCapacityUnits nor"
            + " WriteCapacityUnits can be specified when BillingMode is PAY_PER_REQUEST");
    assertRefused(
        Local.definition("T", "p:S").billingMode(null),
        "One or more parameter values were invalid: ReadCapacityUnits and WriteCapacityUnits must"
            + " both be specified when BillingMode is PROVISIONED");
    assertRefused(
        Local.definition("T", "p:S").attributeDefinitions(attributes("q:S")),
        "One or more parameter values were invalid: Some index key attributes are not defined in"
            + " AttributeDefinitions. Keys: [p], AttributeDefinitions: [q]");
    assertRefused(
        Local.definition("T", "p:S").attributeDefinitions(attributes("p:S", "q:S")),
        "One or more parameter values were invalid: Number of attributes in KeySchema does not"
            + " exactly match number of attributes defined in AttributeDefinitions");
    assertRefused(
        Local.definition("T", "p:S").keySchema(schema("p:S", "p:S")),
        "Both the Hash Key and the Range Key element in the KeySchema have the same name");
  }

  @Test
  void whatIsLackingIsNamed() {
    assertRefused(
        Local.definition("T", "p:S")
            .sseSpecification(SSESpecification.builder().enabled(true).build()),
        "Brume's DynamoDB does not have SSESpecification yet");
    local.invoke(
        DynamoDbModel.CREATE_TABLE,
        Local.definition("T", "p:S")
            .streamSpecification(new StreamSpecification(false, null))
            .build());
  }

  private TableDescription describe(String name) {
    return local.invoke(DynamoDbModel.DESCRIBE_TABLE, new DescribeTableInput(name)).table();
  }

  private void assertRefused(CreateTableInput.Builder table, String message) {
    assertThatThrownBy(() -> local.invoke(DynamoDbModel.CREATE_TABLE, table.build()))
        .hasMessage(message);
  }
}
