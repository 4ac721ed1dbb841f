package brume.lambda.operation;

import brume.base.Scope;
import brume.lambda.data.Functions;
import brume.lambda.data.Versions;
import brume.lambda.function.FunctionName;
import brume.lambda.function.Lacking;
import brume.model.lambda.FunctionConfiguration;
import brume.model.lambda.ListFunctionsRequest;
import brume.model.lambda.ListFunctionsResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/// Lists functions, 50 at most at a time, each with its versions if asked to.
public final class ListFunctions implements Operation<ListFunctionsRequest, ListFunctionsResponse> {
  private final Functions functions;
  private final Versions versions;
  private final Presentation presentation;

  public ListFunctions(Functions functions, Versions versions, Presentation presentation) {
    this.functions = functions;
    this.versions = versions;
    this.presentation = presentation;
  }

  @Override
  public Access access(Call call, ListFunctionsRequest input) {
    return Access.toAny("lambda:ListFunctions");
  }

  @Override
  public ListFunctionsResponse run(Call call, ListFunctionsRequest input) {
    Lacking.refuse("MasterRegion", input.masterRegion());
    var page = functions.page(call.scope(), input.marker(), input.maxItems());
    boolean all = "ALL".equals(input.functionVersion());
    var shown =
        page.items().stream()
            .flatMap(each -> all ? withVersions(call.scope(), each) : Stream.of(each))
            .map(presentation::of)
            .toList();
    return ListFunctionsResponse.builder().functions(shown).nextMarker(page.next()).build();
  }

  private Stream<FunctionConfiguration> withVersions(Scope scope, FunctionConfiguration latest) {
    var function = FunctionName.of(scope, Objects.requireNonNull(latest.functionName()));
    var qualified = presentation.of(latest, function.with(FunctionName.LATEST));
    return Stream.concat(List.of(qualified).stream(), versions.all(function).stream());
  }
}
