package brume.lambda.resource;

import static brume.model.lambda.LambdaError.RESOURCE_CONFLICT_EXCEPTION;
import static brume.model.lambda.LambdaError.RESOURCE_NOT_FOUND_EXCEPTION;

import brume.json.Json;
import brume.lambda.function.Limits;
import brume.model.lambda.CreateFunctionRequest;
import brume.model.lambda.DeleteFunctionConcurrencyRequest;
import brume.model.lambda.DeleteFunctionRequest;
import brume.model.lambda.FunctionConfiguration;
import brume.model.lambda.GetFunctionConfigurationRequest;
import brume.model.lambda.LambdaModel;
import brume.model.lambda.ListTagsRequest;
import brume.model.lambda.PutFunctionConcurrencyRequest;
import brume.model.lambda.TagResourceRequest;
import brume.model.lambda.UntagResourceRequest;
import brume.model.lambda.UpdateFunctionCodeRequest;
import brume.model.lambda.UpdateFunctionConfigurationRequest;
import brume.service.Call;
import brume.service.ResourceType;
import brume.service.resource.NameCheck;
import brume.service.resource.TemplateProperties;
import brume.service.resource.TemplateTags;
import brume.service.resource.UnfinishedException;
import brume.shape.ServiceException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// `AWS::Lambda::Function`. `Ref` gives the name, `GetAtt` knows `Arn`.
public final class FunctionResource implements ResourceType {
  /// Those of UpdateFunctionConfiguration, and what each is when a template no longer says it.
  private static final Json.Obj USUAL =
      Json.object(
          "Description", Json.of(""),
          "MemorySize", Json.of(Limits.MEMORY_MB),
          "Timeout", Json.of(Limits.TIMEOUT_S),
          "EphemeralStorage", Json.object("Size", Json.of(Limits.TMP_MB)),
          "Environment", Json.object("Variables", Json.Obj.EMPTY),
          "DeadLetterConfig", Json.object("TargetArn", Json.of("")),
          "Layers", Json.Arr.EMPTY,
          "LoggingConfig", Json.Obj.EMPTY);

  private static final Set<String> CONFIGURATION =
      Set.of(
          "Description",
          "MemorySize",
          "Timeout",
          "EphemeralStorage",
          "Environment",
          "Layers",
          "LoggingConfig",
          "Handler",
          "Runtime",
          "Role",
          "VpcConfig",
          "TracingConfig",
          "SnapStart",
          "DeadLetterConfig",
          "FileSystemConfigs",
          "KmsKeyArn");

  private static final Set<String> CODE = Set.of("Code", "Architectures");

  @Override
  public String name() {
    return "AWS::Lambda::Function";
  }

  @Override
  public Set<String> properties() {
    var all = new HashSet<>(CONFIGURATION);
    all.addAll(CODE);
    all.addAll(Set.of("FunctionName", "PackageType", "ReservedConcurrentExecutions", "Tags"));
    return Set.copyOf(all);
  }

  @Override
  public Set<String> createOnly() {
    return Set.of("FunctionName", "PackageType");
  }

  @Override
  public boolean isFree(Call call, Request request) {
    return NameCheck.isFree(
        request, "FunctionName", RESOURCE_NOT_FOUND_EXCEPTION, name -> described(call, name));
  }

  @Override
  public Resource create(Call call, Request request) {
    var properties = request.properties();
    var given = Property.text(properties, "FunctionName");
    var name = given == null ? request.generatedName(Limits.NAME) : given;
    var read =
        TemplateProperties.read(
            named(
                    properties
                        .without("Code")
                        .without("ReservedConcurrentExecutions")
                        .without("Tags"))
                .with("FunctionName", Json.of(name))
                .with("Code", Json.Obj.EMPTY),
            CreateFunctionRequest.SHAPE);
    var input =
        read.toBuilder().code(TemplateCode.read(properties)).tags(TemplateTags.of(request)).build();
    var made = created(call, input, request.isOwn("FunctionName"));
    var resource = Resource.of(name).with("Arn", Objects.requireNonNull(made.functionArn()));
    return UnfinishedException.guard(
        resource,
        () -> {
          reserve(call, name, Json.Obj.EMPTY, properties);
          return resource;
        });
  }

  /// The model spells one property in its own way.
  private static Json.Obj named(Json.Obj properties) {
    var key = properties.get("KmsKeyArn");
    return key == null ? properties : properties.without("KmsKeyArn").with("KMSKeyArn", key);
  }

  /// A step that is run again after a crash finds the function that it made.
  private static FunctionConfiguration created(
      Call call, CreateFunctionRequest input, boolean isOwn) {
    try {
      return call.invoke(LambdaModel.CREATE_FUNCTION, input);
    } catch (ServiceException e) {
      if (e.error() != RESOURCE_CONFLICT_EXCEPTION || !isOwn) {
        throw e;
      }
      return described(call, input.functionName());
    }
  }

  private static FunctionConfiguration described(Call call, String name) {
    return call.invoke(
        LambdaModel.GET_FUNCTION_CONFIGURATION, new GetFunctionConfigurationRequest(name, null));
  }

  @Override
  public Resource update(Call call, Resource current, Json.Obj before, Request request) {
    var after = request.properties();
    var name = current.physicalId();
    if (Property.differ(before, after, CONFIGURATION)) {
      configure(call, name, after);
    }
    if (Property.differ(before, after, CODE)) {
      replaceCode(call, name, after);
    }
    reserve(call, name, before, after);
    retag(
        call,
        Objects.requireNonNull(Property.text(new Json.Obj(current.attributes()), "Arn")),
        TemplateTags.of(request));
    return current;
  }

  private static void configure(Call call, String name, Json.Obj properties) {
    var wanted = Json.object("FunctionName", Json.of(name));
    for (var property : CONFIGURATION) {
      var value = properties.get(property);
      value = value == null ? USUAL.get(property) : value;
      wanted = value == null ? wanted : wanted.with(property, value);
    }
    call.invoke(
        LambdaModel.UPDATE_FUNCTION_CONFIGURATION,
        TemplateProperties.read(named(wanted), UpdateFunctionConfigurationRequest.SHAPE));
  }

  private static void replaceCode(Call call, String name, Json.Obj properties) {
    var code = TemplateCode.read(properties);
    var architectures = properties.get("Architectures");
    call.invoke(
        LambdaModel.UPDATE_FUNCTION_CODE,
        UpdateFunctionCodeRequest.builder()
            .functionName(name)
            .zipFile(code.zipFile())
            .s3Bucket(code.s3Bucket())
            .s3Key(code.s3Key())
            .s3ObjectVersion(code.s3ObjectVersion())
            .imageUri(code.imageUri())
            .architectures(architectures == null ? null : architectures.texts())
            .build());
  }

  private static void reserve(Call call, String name, Json.Obj before, Json.Obj after) {
    var reserved = Property.text(after, "ReservedConcurrentExecutions");
    if (reserved != null) {
      call.invoke(
          LambdaModel.PUT_FUNCTION_CONCURRENCY,
          new PutFunctionConcurrencyRequest(name, Integer.valueOf(reserved)));
    } else if (before.has("ReservedConcurrentExecutions")) {
      call.invoke(
          LambdaModel.DELETE_FUNCTION_CONCURRENCY, new DeleteFunctionConcurrencyRequest(name));
    }
  }

  private static void retag(Call call, String arn, Map<String, String> wanted) {
    var listed = call.invoke(LambdaModel.LIST_TAGS, new ListTagsRequest(arn)).tags();
    var now = listed == null ? Map.<String, String>of() : listed;
    List<String> gone = now.keySet().stream().filter(key -> !wanted.containsKey(key)).toList();
    if (!gone.isEmpty()) {
      call.invoke(LambdaModel.UNTAG_RESOURCE, new UntagResourceRequest(arn, gone));
    }
    if (!wanted.isEmpty() && !wanted.equals(now)) {
      call.invoke(LambdaModel.TAG_RESOURCE, new TagResourceRequest(arn, wanted));
    }
  }

  @Override
  public void delete(Call call, Resource current, Json.Obj properties) {
    Property.unless(
        RESOURCE_NOT_FOUND_EXCEPTION,
        () ->
            call.invoke(
                LambdaModel.DELETE_FUNCTION,
                new DeleteFunctionRequest(current.physicalId(), null)));
  }
}
