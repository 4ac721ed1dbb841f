package brume.dynamodb.operation.statement;

import static brume.dynamodb.Local.item;
import static brume.dynamodb.Local.stored;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import brume.dynamodb.Local;
import brume.dynamodb.item.Value;
import brume.dynamodb.request.AttributeValues;
import brume.identity.Principal;
import brume.model.dynamodb.AttributeValue;
import brume.model.dynamodb.BatchExecuteStatementInput;
import brume.model.dynamodb.BatchStatementRequest;
import brume.model.dynamodb.BatchStatementResponse;
import brume.model.dynamodb.DynamoDbModel;
import brume.model.dynamodb.ExecuteStatementInput;
import brume.model.dynamodb.ExecuteStatementOutput;
import brume.model.dynamodb.ExecuteTransactionInput;
import brume.model.dynamodb.ExecuteTransactionOutput;
import brume.model.dynamodb.ParameterizedStatement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StatementTest {
  private final Local local = new Local();

  @BeforeEach
  void fill() {
    local.invoke(
        DynamoDbModel.CREATE_TABLE,
        Local.definition("T", "p:S", "s:N")
            .attributeDefinitions(Local.attributes("p:S", "s:N", "v:N"))
            .globalSecondaryIndexes(Local.global("byV", "ALL", "v:N"))
            .build());
    for (int i = 0; i < 5; i++) {
      local.put("T", "p", "a", "s", i, "v", i % 2, "m", new Value.M(Map.of("k", Value.of(i))));
    }
    local.put("T", "p", "b", "s", 0, "v", 1, "set", Value.strings("x"));
  }

  @Test
  void aPartitionIsQueried() {
    assertThat(sorts("SELECT * FROM T WHERE p = 'a' AND s >= 2")).containsExactly(2, 3, 4);
    assertThat(sorts("select s from \"T\" where p = ? and s between 1 and 3", "a"))
        .containsExactly(1, 2, 3);
    assertThat(sorts("SELECT s FROM T WHERE p = 'a' AND v = 1")).containsExactly(1, 3);
    assertThat(sorts("SELECT s FROM T WHERE 'a' = p AND NOT (s = 1 OR s IN [2, 3])"))
        .containsExactly(0, 4);
    assertThat(sorts("SELECT s FROM T WHERE p = 'a' ORDER BY s DESC"))
        .containsExactly(4, 3, 2, 1, 0);
  }

  @Test
  void aTableIsScanned() {
    assertThat(run("SELECT * FROM T").items()).hasSize(6);
    assertThat(sorts("SELECT * FROM T WHERE contains(\"set\", 'x')")).containsExactly(0);
    assertThat(run("SELECT * FROM T WHERE \"set\" IS MISSING").items()).hasSize(5);
    assertThat(run("SELECT * FROM T WHERE m.k > 2").items()).hasSize(2);
    assertThat(run("SELECT p FROM T WHERE begins_with(p, 'b') AND size(\"set\") = 1").items())
        .containsExactly(item("p", "b"));
  }

  @Test
  void anIndexIsRead() {
    assertThat(run("SELECT * FROM T.byV WHERE v = 1").items()).hasSize(3);
    assertThat(run("SELECT m.k FROM \"T\".\"byV\" WHERE v = 0 AND p = 'a' AND s = 2").items())
        .containsExactly(item("k", 2));
    assertThatThrownBy(() -> run("SELECT * FROM T.none WHERE v = 1"))
        .hasMessage("The table does not have the specified index: none");
  }

  @Test
  void aReaderGoesOn() {
    var seen = new ArrayList<String>();
    String token = null;
    do {
      var page =
          local.invoke(
              DynamoDbModel.EXECUTE_STATEMENT,
              ExecuteStatementInput.builder()
                  .statement("SELECT s FROM T WHERE p = 'a'")
                  .limit(2)
                  .nextToken(token)
                  .build());
      page.items().forEach(found -> seen.add(found.get("s").n()));
      token = page.nextToken();
    } while (token != null);
    assertThat(seen).containsExactly("0", "1", "2", "3", "4");
    var invalid = ExecuteStatementInput.builder().statement("SELECT * FROM T").nextToken("%%");
    assertThatThrownBy(() -> local.invoke(DynamoDbModel.EXECUTE_STATEMENT, invalid.build()))
        .hasMessage("Given NextToken is invalid");
  }

  @Test
  void itemsAreInserted() {
    run(
        "INSERT INTO T VALUE {'p': 'c', 's': -1.5, 'l': [1, null, true], 't': <<1, 2>>, 'q': ?}",
        "it's");
    assertThat(local.get("T", "p", "c", "s", -1.5).get("q")).isEqualTo(Value.of("it's"));
    assertThat(local.get("T", "p", "c", "s", -1.5).get("l"))
        .isEqualTo(new Value.L(List.of(Value.of(1), Value.NULL, Value.TRUE)));
    assertThatThrownBy(() -> run("INSERT INTO T VALUE {'p': 'c', 's': -1.5}"))
        .hasMessage("Duplicate primary key exists in table");
  }

  @Test
  void itemsAreUpdated() {
    var changed =
        run(
            "UPDATE T SET v = v + 10 SET m.k = 'x', n = list_append([1], [2]) REMOVE none"
                + " WHERE p = 'a' AND s = 1 AND v = 1 RETURNING ALL NEW *");
    assertThat(changed.items().getFirst().get("v").n()).isEqualTo("11");
    assertThat(changed.items().getFirst().get("m").m()).isEqualTo(item("k", "x"));
    assertThatThrownBy(() -> run("UPDATE T SET v = 1 WHERE p = 'a' AND s = 1 AND v = 1"))
        .hasMessage("The conditional request failed");
    assertThatThrownBy(() -> run("UPDATE T SET v = 1 WHERE p = 'none' AND s = 1"))
        .hasMessage("The conditional request failed");
    assertThatThrownBy(() -> run("UPDATE T SET v = 1 WHERE p = 'a'"))
        .hasMessage("Where clause does not contain a mandatory equality on all key attributes");
    run("UPDATE T SET \"set\" = set_add(\"set\", <<'y', 'z'>>) WHERE p = 'b' AND s = 0");
    run("UPDATE T SET \"set\" = set_delete(\"set\", <<'x'>>) WHERE p = 'b' AND s = 0");
    assertThat(local.get("T", "p", "b", "s", 0).get("set")).isEqualTo(Value.strings("y", "z"));
  }

  @Test
  void itemsAreDeleted() {
    assertThatThrownBy(() -> run("DELETE FROM T WHERE p = 'a' AND s = 1 AND v = 7"))
        .hasMessage("The conditional request failed");
    var deleted = run("DELETE FROM T WHERE p = 'a' AND s = 1 AND v = 1 RETURNING ALL OLD *");
    assertThat(deleted.items().getFirst().get("s").n()).isEqualTo("1");
    assertThat(run("DELETE FROM T WHERE p = 'a' AND s = 1 AND v = 1").items()).isEmpty();
  }

  @Test
  void whatIsNoStatementIsRefused() {
    assertThatThrownBy(() -> run("DROP TABLE T"))
        .hasMessage(
            "Statement wasn't well formed, can't be processed: Unexpected token 'DROP' at position"
                + " 0");
    assertThatThrownBy(() -> run("SELECT * FROM T WHERE p = 'a"))
        .hasMessageContaining("Unterminated quote");
    assertThatThrownBy(() -> run("SELECT * FROM T WHERE p = ?"))
        .hasMessage("Number of parameters in request and statement don't match.");
    assertThatThrownBy(() -> run("SELECT * FROM T", "more"))
        .hasMessage("Number of parameters in request and statement don't match.");
    assertThatThrownBy(() -> run("SELECT * FROM T WHERE " + "(".repeat(200)))
        .hasMessageContaining("levels of nesting");
    assertThatThrownBy(() -> run("SELECT * FROM T WHERE v = 1 ORDER BY s"))
        .hasMessageContaining("hash key condition");
    assertThatThrownBy(() -> run("EXISTS(SELECT * FROM T WHERE p = 'a' AND s = 1)"))
        .hasMessage("EXISTS can only be used in a transaction");
  }

  @Test
  void statementsOfABatchStandAlone() {
    var writes =
        batch(
            "INSERT INTO T VALUE {'p': 'n', 's': 1}",
            "INSERT INTO T VALUE {'p': 'a', 's': 1}",
            "UPDATE U SET v = 1 WHERE p = 'a' AND s = 1",
            "UPDATE T SET v = 1 WHERE p = 'a'");
    assertThat(writes.get(0).error()).isNull();
    assertThat(writes.subList(1, 4))
        .extracting(response -> response.error().code())
        .containsExactly("DuplicateItem", "ResourceNotFound", "ValidationError");
    var reads =
        batch(
            "SELECT v FROM T WHERE p = 'a' AND s = 1",
            "SELECT v FROM T WHERE p = 'a' AND s = 99",
            "SELECT v FROM T WHERE p = 'a'");
    assertThat(reads.get(0).item()).isEqualTo(item("v", 1));
    assertThat(reads.get(1).item()).isNull();
    assertThat(reads.get(2).error().code()).isEqualTo("ValidationError");
    assertThatThrownBy(() -> batch("SELECT * FROM T", "DELETE FROM T WHERE p = 'a' AND s = 1"))
        .hasMessageContaining("not both");
  }

  @Test
  void statementsOfATransactionStandTogether() {
    transaction(
        "EXISTS(SELECT * FROM T WHERE p = 'a' AND s = 0 AND v = 0)",
        "INSERT INTO T VALUE {'p': 'n', 's': 1}",
        "DELETE FROM T WHERE p = 'a' AND s = 1");
    assertThat(local.get("T", "p", "n", "s", 1)).isEqualTo(stored("p", "n", "s", 1));
    assertThat(local.get("T", "p", "a", "s", 1)).isNull();
    assertThatThrownBy(
            () ->
                transaction(
                    "EXISTS(SELECT * FROM T WHERE p = 'a' AND s = 0 AND v = 9)",
                    "INSERT INTO T VALUE {'p': 'n', 's': 1}",
                    "INSERT INTO T VALUE {'p': 'm', 's': 1}"))
        .hasMessageEndingWith("[ConditionalCheckFailed, DuplicateItem, None]");
    assertThat(local.get("T", "p", "m", "s", 1)).isNull();
    var read =
        transaction(
            "SELECT v FROM T WHERE p = 'a' AND s = 3", "SELECT * FROM T WHERE p = 'm' AND s = 1");
    assertThat(read.responses().get(0).item()).isEqualTo(item("v", 1));
    assertThat(read.responses().get(1).item()).isNull();
  }

  @Test
  void policiesMayAskForLeadingKeysAndScans() {
    var user = new Principal.User("000000000000", "/", "ann", "AIDAANN");
    var statement = ExecuteStatementInput.builder();
    local.invoke(
        local.call().as(user),
        DynamoDbModel.EXECUTE_STATEMENT,
        statement.statement("SELECT * FROM T WHERE p = 'a'").build());
    var need = local.asked().needs().getFirst();
    assertThat(need.action()).isEqualTo("dynamodb:PartiQLSelect");
    assertThat(need.conditions()).containsEntry("dynamodb:LeadingKeys", List.of("a"));
    local.invoke(
        local.call().as(user),
        DynamoDbModel.EXECUTE_STATEMENT,
        statement.statement("SELECT * FROM T").build());
    assertThat(local.asked().needs().getFirst().conditions())
        .containsEntry("dynamodb:FullTableScan", List.of("true"));
  }

  private ExecuteStatementOutput run(String statement, String... parameters) {
    return local.invoke(
        DynamoDbModel.EXECUTE_STATEMENT,
        ExecuteStatementInput.builder()
            .statement(statement)
            .parameters(parameters.length == 0 ? null : values(parameters))
            .build());
  }

  private static List<AttributeValue> values(String... texts) {
    return Arrays.stream(texts).map(Value::of).map(AttributeValues::of).toList();
  }

  private List<Integer> sorts(String statement, String... parameters) {
    return run(statement, parameters).items().stream()
        .map(found -> Integer.valueOf(found.get("s").n()))
        .toList();
  }

  private List<BatchStatementResponse> batch(String... statements) {
    var requests =
        Arrays.stream(statements)
            .map(each -> BatchStatementRequest.builder().statement(each).build())
            .toList();
    return local
        .invoke(
            DynamoDbModel.BATCH_EXECUTE_STATEMENT,
            BatchExecuteStatementInput.builder().statements(requests).build())
        .responses();
  }

  private ExecuteTransactionOutput transaction(String... statements) {
    var parts =
        Arrays.stream(statements)
            .map(each -> ParameterizedStatement.builder().statement(each).build())
            .toList();
    return local.invoke(
        DynamoDbModel.EXECUTE_TRANSACTION,
        ExecuteTransactionInput.builder().transactStatements(parts).build());
  }
}
