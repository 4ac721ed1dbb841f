package brume.lambda.data;

import static brume.model.lambda.LambdaError.RESOURCE_CONFLICT_EXCEPTION;
import static brume.model.lambda.LambdaError.RESOURCE_NOT_FOUND_EXCEPTION;

import brume.base.Arn;
import brume.base.Scope;
import brume.lambda.function.FunctionName;
import brume.model.lambda.FunctionUrlConfig;
import brume.service.record.Records;
import brume.store.Key;
import brume.store.Reader;
import brume.store.Transaction;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// The addresses of functions and aliases. What is kept as `functionUrl` is the id in it.
public final class FunctionUrls implements Belongings {
  private static final Key IDS = Key.of("lambda.url-ids");

  private final Functions functions;
  private final Records<FunctionUrlConfig> urls =
      new Records<>("lambda.url", FunctionUrlConfig.SHAPE);

  public FunctionUrls(Functions functions) {
    this.functions = functions;
    functions.owns(this);
  }

  /// Null when nothing has the address.
  public @Nullable FunctionUrlConfig find(String id) {
    return functions.read(
        reader -> {
          var arn = reader.get(IDS.then(id).bytes());
          return arn == null ? null : find(reader, functionOf(arn));
        });
  }

  private static FunctionName functionOf(byte[] text) {
    var arn = Arn.parse(new String(text, StandardCharsets.UTF_8)).orElseThrow();
    return FunctionName.of(new Scope(arn.account(), arn.region()), arn.toString());
  }

  private @Nullable FunctionUrlConfig find(Reader reader, FunctionName function) {
    return urls.get(reader, function.scope(), function.name(), keyOf(function));
  }

  public FunctionUrlConfig get(FunctionName function) {
    return functions.read(reader -> get(reader, function));
  }

  private FunctionUrlConfig get(Reader reader, FunctionName function) {
    var _ = functions.get(reader, function);
    var found = find(reader, function);
    if (found == null) {
      throw RESOURCE_NOT_FOUND_EXCEPTION.because("The resource you requested does not exist.");
    }
    return found;
  }

  public FunctionUrlConfig create(FunctionName function, FunctionUrlConfig config) {
    return functions.inside(
        function,
        (transaction, _) -> {
          if (find(transaction, function) != null) {
            throw RESOURCE_CONFLICT_EXCEPTION.because(
                "Failed to create function url config for [functionArn = %s]. Error message: "
                        .formatted(function.arn())
                    + " FunctionUrlConfig exists for this Lambda function");
          }
          transaction.put(
              IDS.then(config.functionUrl()).bytes(),
              config.functionArn().getBytes(StandardCharsets.UTF_8));
          return put(transaction, function, config);
        });
  }

  public FunctionUrlConfig change(FunctionName function, UnaryOperator<FunctionUrlConfig> change) {
    return functions.inside(
        function,
        (transaction, _) -> put(transaction, function, change.apply(get(transaction, function))));
  }

  private FunctionUrlConfig put(
      Transaction transaction, FunctionName function, FunctionUrlConfig config) {
    urls.put(transaction, config, function.scope(), function.name(), keyOf(function));
    return config;
  }

  public void delete(FunctionName function) {
    functions.inside(
        function,
        (transaction, _) -> {
          var found = get(transaction, function);
          delete(transaction, function);
          return found;
        });
  }

  /// Deleting what is not there is no error.
  void delete(Transaction transaction, FunctionName function) {
    var found = find(transaction, function);
    if (found != null) {
      transaction.delete(IDS.then(found.functionUrl()).bytes());
      urls.delete(transaction, function.scope(), function.name(), keyOf(function));
    }
  }

  public Records.Page<FunctionUrlConfig> page(
      FunctionName function, @Nullable String marker, @Nullable Integer maxItems) {
    int limit = Functions.pageSize(maxItems);
    return functions.read(
        reader -> {
          var _ = functions.get(reader, function);
          return urls.page(reader, function.scope(), marker, limit, function.name());
        });
  }

  @Override
  public void deleteAll(Transaction transaction, FunctionName function) {
    for (var url : urls.all(transaction, function.scope(), function.name())) {
      transaction.delete(IDS.then(url.functionUrl()).bytes());
    }
    Belongings.clear(transaction, urls.key(function.scope(), function.name()));
  }

  private static String keyOf(FunctionName function) {
    return Objects.requireNonNullElse(function.qualifier(), FunctionName.LATEST);
  }
}
