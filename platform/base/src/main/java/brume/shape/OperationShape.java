package brume.shape;

import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// An operation as its model describes it; also the typed name by which others call it.
public final class OperationShape<I extends Structure, O extends Structure> {
  private final String service;
  private final String name;
  private final HttpBinding http;
  private final Supplier<StructureShape<I>> input;
  private final Supplier<StructureShape<O>> output;
  private boolean unsigned;
  private @Nullable String resultWrapper;

  public OperationShape(
      String service,
      String name,
      HttpBinding http,
      Supplier<StructureShape<I>> input,
      Supplier<StructureShape<O>> output) {
    this.service = service;
    this.name = name;
    this.http = http;
    this.input = input;
    this.output = output;
  }

  /// For generated models: input and output are entries of a table of the service's shapes.
  @SuppressWarnings("unchecked")
  public static <I extends Structure, O extends Structure> OperationShape<I, O> of(
      String service,
      String name,
      HttpBinding http,
      IntFunction<? extends Shape> table,
      int input,
      int output) {
    return new OperationShape<>(
        service,
        name,
        http,
        () -> (StructureShape<I>) table.apply(input),
        () -> (StructureShape<O>) table.apply(output));
  }

  /// Needs no signature, such as `sts:AssumeRoleWithWebIdentity`.
  public OperationShape<I, O> asUnsigned() {
    unsigned = true;
    return this;
  }

  /// The element around an awsQuery result.
  public OperationShape<I, O> resultWrapper(String element) {
    resultWrapper = element;
    return this;
  }

  /// The id of its [ServiceShape].
  public String service() {
    return service;
  }

  public String name() {
    return name;
  }

  public HttpBinding http() {
    return http;
  }

  public StructureShape<I> input() {
    return input.get();
  }

  public StructureShape<O> output() {
    return output.get();
  }

  public boolean unsigned() {
    return unsigned;
  }

  public @Nullable String resultWrapper() {
    return resultWrapper;
  }

  @Override
  public String toString() {
    return service + ':' + name;
  }
}
