package brume.lambda.operation;

import brume.lambda.code.CodeLinks;
import brume.lambda.data.Aliases;
import brume.lambda.data.FunctionAccess;
import brume.lambda.data.Functions;
import brume.lambda.data.Reservations;
import brume.lambda.function.FunctionName;
import brume.model.lambda.Concurrency;
import brume.model.lambda.FunctionCodeLocation;
import brume.model.lambda.FunctionConfiguration;
import brume.model.lambda.GetFunctionRequest;
import brume.model.lambda.GetFunctionResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;
import java.util.Objects;

/// Describes a version of a function, and says where its package can be had.
public final class GetFunction implements Operation<GetFunctionRequest, GetFunctionResponse> {
  private final Functions functions;
  private final Aliases aliases;
  private final Reservations reservations;
  private final FunctionAccess access;
  private final Presentation presentation;
  private final CodeLinks links;

  public GetFunction(
      Functions functions,
      Aliases aliases,
      Reservations reservations,
      FunctionAccess access,
      Presentation presentation,
      CodeLinks links) {
    this.functions = functions;
    this.aliases = aliases;
    this.reservations = reservations;
    this.access = access;
    this.presentation = presentation;
    this.links = links;
  }

  @Override
  public Access access(Call call, GetFunctionRequest input) {
    return access.to(name(), function(call, input));
  }

  @Override
  public GetFunctionResponse run(Call call, GetFunctionRequest input) {
    var function = function(call, input);
    var configuration = aliases.described(function);
    var reserved = reservations.find(function);
    var tags = functions.tags(function);
    return GetFunctionResponse.builder()
        .configuration(presentation.of(configuration, function))
        .code(location(call, configuration))
        .concurrency(reserved == null ? null : new Concurrency(reserved))
        .tags(tags.isEmpty() ? null : tags)
        .build();
  }

  private FunctionCodeLocation location(Call call, FunctionConfiguration function) {
    var sha256 = Objects.requireNonNull(function.codeSha256());
    return FunctionCodeLocation.builder()
        .repositoryType("S3")
        .location(links.link(call.endpoint().url(), sha256, call.now()))
        .build();
  }

  private static FunctionName function(Call call, GetFunctionRequest input) {
    return FunctionName.of(call.scope(), input.functionName(), input.qualifier());
  }
}
