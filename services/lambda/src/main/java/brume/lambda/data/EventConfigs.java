package brume.lambda.data;

import static brume.model.lambda.LambdaError.RESOURCE_NOT_FOUND_EXCEPTION;

import brume.lambda.function.EventRules;
import brume.lambda.function.FunctionName;
import brume.model.lambda.FunctionEventInvokeConfig;
import brume.service.record.Records;
import brume.store.Reader;
import brume.store.Transaction;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// How the asynchronous requests of functions are treated, by qualifier.
public final class EventConfigs implements Belongings {
  private final Functions functions;
  private final Aliases aliases;
  private final Records<FunctionEventInvokeConfig> configs =
      new Records<>("lambda.event-config", FunctionEventInvokeConfig.SHAPE);

  public EventConfigs(Functions functions, Aliases aliases) {
    this.functions = functions;
    this.aliases = aliases;
    functions.owns(this);
  }

  /// Null when requests with this qualifier are treated as usual.
  public @Nullable FunctionEventInvokeConfig find(FunctionName function) {
    return functions.read(reader -> find(reader, function));
  }

  private @Nullable FunctionEventInvokeConfig find(Reader reader, FunctionName function) {
    return configs.get(reader, function.scope(), function.name(), keyOf(function));
  }

  public FunctionEventInvokeConfig get(FunctionName function) {
    return functions.read(reader -> get(reader, function));
  }

  private FunctionEventInvokeConfig get(Reader reader, FunctionName function) {
    var found = find(reader, function);
    if (found == null) {
      throw RESOURCE_NOT_FOUND_EXCEPTION.because(
          "The function %s doesn't have an EventInvokeConfig"
              .formatted(EventRules.target(function).arn()));
    }
    return found;
  }

  public FunctionEventInvokeConfig put(FunctionName function, FunctionEventInvokeConfig config) {
    aliases.check(function);
    return functions.inside(
        function,
        (transaction, _) -> {
          put(transaction, function, config);
          return config;
        });
  }

  public FunctionEventInvokeConfig change(
      FunctionName function, UnaryOperator<FunctionEventInvokeConfig> change) {
    return functions.inside(
        function,
        (transaction, _) -> {
          var after = change.apply(get(transaction, function));
          put(transaction, function, after);
          return after;
        });
  }

  private void put(
      Transaction transaction, FunctionName function, FunctionEventInvokeConfig config) {
    configs.put(transaction, config, function.scope(), function.name(), keyOf(function));
  }

  public void delete(FunctionName function) {
    functions.inside(
        function,
        (transaction, _) -> {
          var _ = get(transaction, function);
          configs.delete(transaction, function.scope(), function.name(), keyOf(function));
          return function;
        });
  }

  public Records.Page<FunctionEventInvokeConfig> page(
      FunctionName function, @Nullable String marker, @Nullable Integer maxItems) {
    int limit = Functions.pageSize(maxItems);
    return functions.read(
        reader -> {
          var _ = functions.get(reader, function);
          return configs.page(reader, function.scope(), marker, limit, function.name());
        });
  }

  private static String keyOf(FunctionName function) {
    return Objects.requireNonNull(EventRules.target(function).qualifier());
  }

  @Override
  public void deleteAll(Transaction transaction, FunctionName function) {
    Belongings.clear(transaction, configs.key(function.scope(), function.name()));
  }
}
