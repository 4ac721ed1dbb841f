package brume.lambda.operation;

import brume.lambda.data.FunctionAccess;
import brume.lambda.data.Versions;
import brume.lambda.function.FunctionName;
import brume.model.lambda.ListVersionsByFunctionRequest;
import brume.model.lambda.ListVersionsByFunctionResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;
import java.util.stream.Stream;

/// Lists the versions of a function, `$LATEST` first.
public final class ListVersionsByFunction
    implements Operation<ListVersionsByFunctionRequest, ListVersionsByFunctionResponse> {
  private final Versions versions;
  private final FunctionAccess access;
  private final Presentation presentation;

  public ListVersionsByFunction(
      Versions versions, FunctionAccess access, Presentation presentation) {
    this.versions = versions;
    this.access = access;
    this.presentation = presentation;
  }

  @Override
  public Access access(Call call, ListVersionsByFunctionRequest input) {
    return access.to(name(), function(call, input));
  }

  @Override
  public ListVersionsByFunctionResponse run(Call call, ListVersionsByFunctionRequest input) {
    var function = function(call, input);
    var page = versions.page(function, input.marker(), input.maxItems());
    var shown = page.items().stream().map(presentation::of);
    if (input.marker() == null) {
      var latest = function.with(FunctionName.LATEST);
      shown = Stream.concat(Stream.of(presentation.of(versions.get(latest), latest)), shown);
    }
    return ListVersionsByFunctionResponse.builder()
        .versions(shown.toList())
        .nextMarker(page.next())
        .build();
  }

  private static FunctionName function(Call call, ListVersionsByFunctionRequest input) {
    return FunctionName.of(call.scope(), input.functionName()).unqualified();
  }
}
