package brume.cloudformation.custom;

import brume.base.Arn;
import brume.base.Bytes;
import brume.cloudformation.data.Replies;
import brume.cloudformation.data.Replies.Question;
import brume.cloudformation.data.Stacks;
import brume.cloudformation.type.OwnType;
import brume.cloudformation.type.StepFailedException;
import brume.cloudformation.type.StepInterruptedException;
import brume.json.Json;
import brume.model.lambda.InvocationRequest;
import brume.model.lambda.LambdaModel;
import brume.service.Call;
import brume.service.CommonError;
import brume.service.resource.UnfinishedException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Objects;
import java.util.Set;

/// `AWS::CloudFormation::CustomResource` and `Custom::…`. `Ref` gives the physical id that the
/// function chose, `GetAtt` what it replied as `Data`.
///
/// @param name as the template names the type, which the function is told
public record CustomResource(String name, Stacks stacks, Replies replies) implements OwnType {
  /// How long a function may take for its reply, unless told. Source: CloudFormation template
  /// reference, "AWS::CloudFormation::CustomResource".
  private static final Duration PATIENCE = Duration.ofHours(1);

  /// In bytes. Source: CloudFormation user guide, "Custom resource response objects".
  private static final int MAX_PHYSICAL_ID = 1024;

  private static final String TOKEN = "ServiceToken";

  @Override
  public boolean honoursAll() {
    return true;
  }

  @Override
  public Set<String> properties() {
    return Set.of(TOKEN, "ServiceTimeout");
  }

  @Override
  public Set<String> createOnly() {
    return Set.of();
  }

  @Override
  public Resource create(Call call, Request request) {
    var event = new LinkedHashMap<String, Json>();
    event.put("RequestType", Json.of("Create"));
    event.put("ResourceProperties", asTexts(request.properties()));
    var question = ask(call, place(call, request), request.properties(), event);
    try {
      return reply(call, question, request.properties()).resource(null);
    } catch (StepFailedException e) {
      throw new UnfinishedException(Resource.of(left(question, request)), e);
    }
  }

  /// By which id a function whose creation failed is asked to delete: its own, or where it gave
  /// none a generated one, as on AWS.
  private String left(Question question, Request request) {
    var text = replies.find(question);
    var own = text == null ? null : Reply.physicalId(text);
    return own == null ? request.generatedName(MAX_PHYSICAL_ID) : own;
  }

  @Override
  public Resource update(Call call, Resource current, Json.Obj before, Request request) {
    if (!Objects.equals(before.get(TOKEN), request.properties().get(TOKEN))) {
      throw new StepFailedException("Modifying service token is not allowed.");
    }
    var event = new LinkedHashMap<String, Json>();
    event.put("RequestType", Json.of("Update"));
    event.put("PhysicalResourceId", Json.of(current.physicalId()));
    event.put("ResourceProperties", asTexts(request.properties()));
    event.put("OldResourceProperties", asTexts(before));
    var question = ask(call, place(call, request), request.properties(), event);
    return reply(call, question, request.properties()).resource(current.physicalId());
  }

  @Override
  public void delete(Call call, Place place, Resource current, Json.Obj properties) {
    var event = new LinkedHashMap<String, Json>();
    event.put("RequestType", Json.of("Delete"));
    event.put("PhysicalResourceId", Json.of(current.physicalId()));
    event.put("ResourceProperties", asTexts(properties));
    var question = ask(call, place, properties, event);
    reply(call, question, properties);
    replies.forget(question);
  }

  private Place place(Call call, Request request) {
    var stack = Objects.requireNonNull(stacks.find(call.scope(), request.stackName()));
    return new Place(stack, request.logicalId(), request.token());
  }

  private Question ask(
      Call call, Place place, Json.Obj properties, LinkedHashMap<String, Json> event) {
    patience(properties);
    var clock = call.platform().clock();
    var question =
        replies.ask(place.stack(), place.logicalId(), place.token(), call.ids(), clock.instant());
    if (replies.find(question) == null) {
      invoke(call, properties, question, event);
    }
    return question;
  }

  private Reply reply(Call call, Question question, Json.Obj properties) {
    try {
      return Reply.read(question, wait(call, question, patience(properties)));
    } catch (InterruptedException e) {
      throw new StepInterruptedException(e);
    }
  }

  private static Duration patience(Json.Obj properties) {
    var given = properties.get("ServiceTimeout");
    var text = given == null ? null : given.text();
    if (text == null) {
      return PATIENCE;
    }
    if (!text.matches("\\d{1,4}")
        || Integer.parseInt(text) < 1
        || Integer.parseInt(text) > PATIENCE.toSeconds()) {
      throw new StepFailedException(
          "ServiceTimeout must be an integer from 1 to " + PATIENCE.toSeconds());
    }
    return Duration.ofSeconds(Long.parseLong(text));
  }

  /// Asks the function, as whoever deploys; after a crash perhaps a second time.
  private void invoke(
      Call call, Json.Obj properties, Question question, LinkedHashMap<String, Json> event) {
    var token = properties.get(TOKEN);
    var function = token == null ? null : token.text();
    var arn = function == null ? null : Arn.parse(function).orElse(null);
    if (function == null || arn == null) {
      throw new StepFailedException("Invalid service token.");
    }
    if (!arn.service().equals("lambda")) {
      throw CommonError.NOT_IMPLEMENTED.because(
          "Brume's CloudFormation does not ask custom resources through " + arn.service() + " yet");
    }
    event.put("ResponseURL", Json.of(ReplySite.url(call.endpoint(), question.secret())));
    event.put("StackId", Json.of(question.stack().toString()));
    event.put("RequestId", Json.of(question.requestId()));
    event.put("ResourceType", Json.of(name));
    event.put("LogicalResourceId", Json.of(question.logicalId()));
    event.put("ServiceToken", Json.of(function));
    call.invoke(
        LambdaModel.INVOKE,
        InvocationRequest.builder()
            .functionName(function)
            .invocationType("Event")
            .payload(Bytes.utf8(new Json.Obj(event).print()))
            .build());
  }

  private String wait(Call call, Question question, Duration patience) throws InterruptedException {
    var deadline = question.since().plus(patience);
    while (true) {
      var text = replies.find(question);
      if (text != null) {
        return text;
      }
      if (!call.platform().clock().instant().isBefore(deadline)) {
        throw new StepFailedException(
            "CloudFormation did not receive a response from your custom resource. Please check"
                + " your logs for requestId ["
                + question.requestId()
                + "].");
      }
      replies.await(question);
    }
  }

  /// Functions are told numbers and truth values as texts, as on AWS.
  private static Json asTexts(Json value) {
    return switch (value) {
      case Json.Obj object -> {
        var fields = new LinkedHashMap<String, Json>();
        object.fields().forEach((key, field) -> fields.put(key, asTexts(field)));
        yield new Json.Obj(fields);
      }
      case Json.Arr array ->
          new Json.Arr(array.items().stream().map(CustomResource::asTexts).toList());
      case Json.Null none -> none;
      default -> Json.of(value.text());
    };
  }
}
