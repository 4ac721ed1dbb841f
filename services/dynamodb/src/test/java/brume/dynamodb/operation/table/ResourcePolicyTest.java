package brume.dynamodb.operation.table;

import static brume.dynamodb.Local.item;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import brume.dynamodb.Local;
import brume.identity.Principal;
import brume.model.dynamodb.DeleteResourcePolicyInput;
import brume.model.dynamodb.DynamoDbModel;
import brume.model.dynamodb.GetItemInput;
import brume.model.dynamodb.GetResourcePolicyInput;
import brume.model.dynamodb.PutResourcePolicyInput;
import brume.model.dynamodb.QueryInput;
import brume.model.dynamodb.ScanInput;
import brume.model.dynamodb.UpdateItemInput;
import brume.service.Access;
import brume.service.Call;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ResourcePolicyTest {
  private static final String ARN = "arn:aws:dynamodb:us-east-1:000000000000:table/T";
  private static final String POLICY =
      """
      {"Version": "2012-10-17", "Statement": [{"Effect": "Allow",
        "Principal": {"AWS": "arn:aws:iam::111111111111:root"},
        "Action": "dynamodb:GetItem", "Resource": "%s"}]}
      """
          .formatted(ARN);

  private final Local local = new Local();

  @BeforeEach
  void create() {
    local.table("T", "p:S");
    local.put("T", "p", "1");
  }

  @Test
  void aTableHasAPolicy() {
    var revision = put(null);
    var policy = local.invoke(DynamoDbModel.GET_RESOURCE_POLICY, new GetResourcePolicyInput(ARN));
    assertThat(policy.policy()).isEqualTo(POLICY);
    assertThat(policy.revisionId()).isEqualTo(revision);
    assertThatThrownBy(() -> put("NO_POLICY")).hasMessageContaining("not the current one");
    assertThat(put(revision)).isNotEqualTo(revision);
    local.invoke(
        DynamoDbModel.DELETE_RESOURCE_POLICY,
        DeleteResourcePolicyInput.builder().resourceArn(ARN).build());
    assertThatThrownBy(
            () -> local.invoke(DynamoDbModel.GET_RESOURCE_POLICY, new GetResourcePolicyInput(ARN)))
        .hasMessageStartingWith("Resource-based policy not found");
    put("NO_POLICY");
  }

  @Test
  void whatIsNoPolicyIsRefused() {
    assertThatThrownBy(
            () ->
                local.invoke(
                    DynamoDbModel.PUT_RESOURCE_POLICY,
                    PutResourcePolicyInput.builder().resourceArn(ARN).policy("{}").build()))
        .hasMessageStartingWith("Invalid policy document");
  }

  @Test
  void thePolicyGuardsTheItems() {
    var get = GetItemInput.builder().tableName(ARN).key(item("p", "1")).build();
    assertThat(need(local, get).guard()).isNull();
    put(null);
    var guard = need(local, get).guard();
    assertThat(guard).isEqualTo(new Access.Guard("000000000000", POLICY));
  }

  @Test
  void policiesMayAskForTheLeadingKeys() {
    var get = GetItemInput.builder().tableName("T").key(item("p", "mine")).build();
    assertThat(need(local, get).conditions())
        .containsEntry("dynamodb:LeadingKeys", List.of("mine"));
    var user = new Principal.User("000000000000", "/", "ann", "AIDAANN");
    var query =
        QueryInput.builder()
            .tableName("T")
            .keyConditionExpression("p = :p")
            .expressionAttributeValues(item(":p", "mine"))
            .build();
    local.invoke(local.call().as(user), DynamoDbModel.QUERY, query);
    assertThat(local.asked().needs().getFirst().conditions())
        .containsEntry("dynamodb:LeadingKeys", List.of("mine"));
  }

  @Test
  void policiesMayAskForAttributesAndWhatIsShown() {
    var get =
        GetItemInput.builder().tableName("T").key(item("p", "1")).projectionExpression("a.b, c");
    var conditions = need(local, get.build()).conditions();
    assertThat(conditions.get("dynamodb:Attributes")).containsExactlyInAnyOrder("p", "a", "c");
    assertThat(conditions.get("dynamodb:Select")).containsExactly("SPECIFIC_ATTRIBUTES");
    var whole = need(local, get.projectionExpression(null).build()).conditions();
    assertThat(whole.get("dynamodb:Select")).containsExactly("ALL_ATTRIBUTES");

    var update =
        UpdateItemInput.builder()
            .tableName("T")
            .key(item("p", "1"))
            .updateExpression("SET a.b = :v REMOVE c")
            .conditionExpression("d <> :v")
            .expressionAttributeValues(item(":v", 1))
            .build();
    assertThatThrownBy(() -> local.invoke(asUser(), DynamoDbModel.UPDATE_ITEM, update))
        .hasMessageContaining("document path");
    var asked = local.asked().needs().getFirst().conditions();
    assertThat(asked.get("dynamodb:Attributes")).containsExactlyInAnyOrder("p", "a", "c", "d");
    assertThat(asked.get("dynamodb:ReturnValues")).containsExactly("NONE");

    local.invoke(
        asUser(),
        DynamoDbModel.SCAN,
        ScanInput.builder()
            .tableName("T")
            .filterExpression("a = :v")
            .expressionAttributeValues(item(":v", 1))
            .select("COUNT")
            .build());
    var scanned = local.asked().needs().getFirst().conditions();
    assertThat(scanned.get("dynamodb:Attributes")).containsExactly("a");
    assertThat(scanned.get("dynamodb:Select")).containsExactly("COUNT");
  }

  private Call asUser() {
    return local.call().as(new Principal.User("000000000000", "/", "ann", "AIDAANN"));
  }

  private static Access.Need need(Local local, GetItemInput get) {
    var user = new Principal.User("000000000000", "/", "ann", "AIDAANN");
    local.invoke(local.call().as(user), DynamoDbModel.GET_ITEM, get);
    return local.asked().needs().getFirst();
  }

  private String put(String expected) {
    return local
        .invoke(
            DynamoDbModel.PUT_RESOURCE_POLICY,
            PutResourcePolicyInput.builder()
                .resourceArn(ARN)
                .policy(POLICY)
                .expectedRevisionId(expected)
                .build())
        .revisionId();
  }
}
