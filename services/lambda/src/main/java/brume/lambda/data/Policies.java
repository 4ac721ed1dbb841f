package brume.lambda.data;

import static brume.model.lambda.LambdaError.RESOURCE_NOT_FOUND_EXCEPTION;

import brume.lambda.function.FunctionName;
import brume.model.lambda.GetPolicyResponse;
import brume.service.record.Records;
import brume.store.Reader;
import brume.store.Transaction;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// The policies of functions: one of the function as such, and one of each qualifier that has any.
public final class Policies implements Belongings {
  private final Functions functions;
  private final Records<GetPolicyResponse> policies =
      new Records<>("lambda.policy", GetPolicyResponse.SHAPE);

  public Policies(Functions functions) {
    this.functions = functions;
    functions.owns(this);
  }

  /// The document that decides on requests for `function`; null when there is none.
  public @Nullable String document(FunctionName function) {
    var found = functions.read(reader -> find(reader, function));
    return found == null ? null : found.policy();
  }

  public GetPolicyResponse get(FunctionName function) {
    return functions.read(
        reader -> {
          functions.get(reader, function);
          var found = find(reader, function);
          if (found == null) {
            throw RESOURCE_NOT_FOUND_EXCEPTION.because(
                "The resource you requested does not exist.");
          }
          return found;
        });
  }

  private @Nullable GetPolicyResponse find(Reader reader, FunctionName function) {
    return policies.get(reader, function.scope(), function.name(), keyOf(function));
  }

  /// Changes the document under the function's lock; a change to null deletes it.
  ///
  /// @param revision that the caller believes to be the policy's; null when it does not matter
  /// @param newRevision a fresh id
  public void change(
      FunctionName function,
      @Nullable String revision,
      String newRevision,
      UnaryOperator<@Nullable String> change) {
    functions.inside(
        function,
        (transaction, _) -> {
          var before = find(transaction, function);
          if (before != null) {
            Functions.checkRevision(before.revisionId(), revision);
          }
          var after = change.apply(before == null ? null : before.policy());
          if (after == null) {
            delete(transaction, function);
          } else {
            policies.put(
                transaction,
                new GetPolicyResponse(after, newRevision),
                function.scope(),
                function.name(),
                keyOf(function));
          }
          return function;
        });
  }

  void delete(Transaction transaction, FunctionName function) {
    policies.delete(transaction, function.scope(), function.name(), keyOf(function));
  }

  private static String keyOf(FunctionName function) {
    return function.isLatest() ? FunctionName.LATEST : Objects.requireNonNull(function.qualifier());
  }

  @Override
  public void deleteAll(Transaction transaction, FunctionName function) {
    Belongings.clear(transaction, policies.key(function.scope(), function.name()));
  }
}
