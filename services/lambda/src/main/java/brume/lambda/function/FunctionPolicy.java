package brume.lambda.function;

import static brume.model.lambda.LambdaError.POLICY_LENGTH_EXCEEDED_EXCEPTION;
import static brume.model.lambda.LambdaError.RESOURCE_CONFLICT_EXCEPTION;
import static brume.model.lambda.LambdaError.RESOURCE_NOT_FOUND_EXCEPTION;

import brume.base.Bytes;
import brume.base.Scope;
import brume.json.Json;
import brume.model.lambda.AddPermissionRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The policy of a function: statements that each let somebody use it.
///
/// @param statements in the order in which they came
public record FunctionPolicy(List<Json.Obj> statements) {
  /// @param document null for a function without one
  public static FunctionPolicy of(@Nullable String document) {
    if (document == null) {
      return new FunctionPolicy(List.of());
    }
    var statements = ((Json.Obj) Json.parse(document)).get("Statement");
    return new FunctionPolicy(
        Objects.requireNonNull(statements).list().stream().map(Json.Obj.class::cast).toList());
  }

  /// The statement that a request asks for, as AWS writes it.
  public static Json.Obj statement(AddPermissionRequest input, FunctionName function) {
    var statement =
        Json.object(
            "Sid", Json.of(input.statementId()),
            "Effect", Json.of("Allow"),
            "Principal", principal(input.principal()),
            "Action", Json.of(input.action()),
            "Resource", Json.of(function.arn().toString()));
    var conditions = conditions(input);
    return conditions.fields().isEmpty() ? statement : statement.with("Condition", conditions);
  }

  private static Json principal(String principal) {
    if (principal.equals("*")) {
      return Json.of("*");
    }
    if (Scope.isAccount(principal)) {
      return Json.object("AWS", Json.of("arn:aws:iam::" + principal + ":root"));
    }
    return Json.object(principal.startsWith("arn:") ? "AWS" : "Service", Json.of(principal));
  }

  private static Json.Obj conditions(AddPermissionRequest input) {
    var equal = Json.Obj.EMPTY;
    equal = with(equal, "AWS:SourceAccount", input.sourceAccount());
    equal = with(equal, "lambda:EventSourceToken", input.eventSourceToken());
    equal = with(equal, "lambda:FunctionUrlAuthType", input.functionUrlAuthType());
    equal = with(equal, "aws:PrincipalOrgID", input.principalOrgId());
    var like = with(Json.Obj.EMPTY, "AWS:SourceArn", input.sourceArn());
    var conditions = Json.Obj.EMPTY;
    if (!equal.fields().isEmpty()) {
      conditions = conditions.with("StringEquals", equal);
    }
    if (!like.fields().isEmpty()) {
      conditions = conditions.with("ArnLike", like);
    }
    var viaUrl = input.invokedViaFunctionUrl();
    return viaUrl == null
        ? conditions
        : conditions.with(
            "Bool", Json.object("lambda:InvokedViaFunctionUrl", Json.of(viaUrl.toString())));
  }

  private static Json.Obj with(Json.Obj object, String key, @Nullable String value) {
    return value == null ? object : object.with(key, Json.of(value));
  }

  /// Throws a conflict when there is a statement of the same id, and when the policy is too long.
  public FunctionPolicy with(Json.Obj statement) {
    var id = idOf(statement);
    if (statements.stream().anyMatch(each -> idOf(each).equals(id))) {
      throw RESOURCE_CONFLICT_EXCEPTION.because(
          "The statement id (%s) provided already exists. Please provide a new statement id, or"
                  .formatted(id)
              + " remove the existing statement.");
    }
    var more = new ArrayList<>(statements);
    more.add(statement);
    var policy = new FunctionPolicy(more);
    int length = Bytes.utf8(policy.text()).length();
    if (length > Limits.POLICY_BYTES) {
      throw POLICY_LENGTH_EXCEEDED_EXCEPTION.because(
          "The final policy size (%d) is bigger than the limit (%d)."
              .formatted(length, Limits.POLICY_BYTES));
    }
    return policy;
  }

  /// Throws not found when there is no such statement.
  public FunctionPolicy without(String id) {
    var rest = statements.stream().filter(each -> !idOf(each).equals(id)).toList();
    if (rest.size() == statements.size()) {
      throw RESOURCE_NOT_FOUND_EXCEPTION.because(
          "Statement " + id + " is not found in resource policy.");
    }
    return new FunctionPolicy(rest);
  }

  /// Null without statements.
  public @Nullable String document() {
    return statements.isEmpty() ? null : text();
  }

  private String text() {
    return Json.object(
            "Version", Json.of("2012-10-17"),
            "Id", Json.of("default"),
            "Statement", new Json.Arr(List.copyOf(statements)))
        .print();
  }

  private static String idOf(Json.Obj statement) {
    var id = statement.get("Sid");
    return Objects.requireNonNull(id == null ? null : id.text());
  }
}
