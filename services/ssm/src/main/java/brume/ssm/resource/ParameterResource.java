package brume.ssm.resource;

import static brume.model.ssm.SsmError.PARAMETER_ALREADY_EXISTS;
import static brume.model.ssm.SsmError.PARAMETER_NOT_FOUND;

import brume.json.Json;
import brume.model.ssm.AddTagsToResourceRequest;
import brume.model.ssm.DeleteParameterRequest;
import brume.model.ssm.GetParameterRequest;
import brume.model.ssm.ListTagsForResourceRequest;
import brume.model.ssm.PutParameterRequest;
import brume.model.ssm.RemoveTagsFromResourceRequest;
import brume.model.ssm.SsmModel;
import brume.model.ssm.Tag;
import brume.service.Call;
import brume.service.ResourceType;
import brume.service.resource.NameCheck;
import brume.service.resource.TemplateProperties;
import brume.service.resource.TemplateTags;
import brume.shape.ServiceException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// `AWS::SSM::Parameter`. `Ref` gives the name, `GetAtt` knows `Type` and `Value`.
public final class ParameterResource implements ResourceType {
  private static final String TYPE = "Parameter";

  @Override
  public String name() {
    return "AWS::SSM::Parameter";
  }

  @Override
  public Set<String> properties() {
    return Set.of(
        "AllowedPattern", "DataType", "Description", "Name", "Tags", "Tier", "Type", "Value");
  }

  @Override
  public Set<String> createOnly() {
    return Set.of("Name", "Type");
  }

  @Override
  public boolean isFree(Call call, Request request) {
    return NameCheck.isFree(request, "Name", PARAMETER_NOT_FOUND, name -> made(call, name));
  }

  @Override
  public Resource create(Call call, Request request) {
    boolean isGeneratedName = !request.properties().has("Name");
    var generated = "CFN-" + request.logicalId() + '-' + request.token();
    var properties =
        isGeneratedName
            ? request.properties().with("Name", Json.of(generated))
            : request.properties();
    var tags = tags(TemplateTags.of(request));
    var input =
        read(properties).toBuilder().tags(tags.isEmpty() ? null : tags).overwrite(false).build();
    try {
      call.invoke(SsmModel.PUT_PARAMETER, input);
    } catch (ServiceException e) {
      if (e.error() != PARAMETER_ALREADY_EXISTS || !request.isOwn("Name")) {
        throw e;
      }
    }
    return made(call, input.name());
  }

  private static PutParameterRequest read(Json.Obj properties) {
    return TemplateProperties.read(properties.without("Tags"), PutParameterRequest.SHAPE);
  }

  private static Resource made(Call call, String name) {
    var made =
        Objects.requireNonNull(
            call.invoke(SsmModel.GET_PARAMETER, new GetParameterRequest(name, null)).parameter());
    return Resource.of(name)
        .with("Type", Objects.requireNonNull(made.type()))
        .with("Value", Objects.requireNonNull(made.value()));
  }

  @Override
  public Resource update(Call call, Resource current, Json.Obj before, Request request) {
    var name = current.physicalId();
    var input =
        read(request.properties().with("Name", Json.of(name))).toBuilder().overwrite(true).build();
    call.invoke(SsmModel.PUT_PARAMETER, input);
    retag(call, name, TemplateTags.of(request));
    return made(call, name);
  }

  private static void retag(Call call, String name, Map<String, String> wanted) {
    var there =
        Objects.requireNonNullElse(
            call.invoke(SsmModel.LIST_TAGS_FOR_RESOURCE, new ListTagsForResourceRequest(name, TYPE))
                .tagList(),
            List.<Tag>of());
    var gone = there.stream().map(Tag::key).filter(key -> !wanted.containsKey(key)).toList();
    if (!gone.isEmpty()) {
      call.invoke(
          SsmModel.REMOVE_TAGS_FROM_RESOURCE, new RemoveTagsFromResourceRequest(name, TYPE, gone));
    }
    if (!wanted.isEmpty()) {
      call.invoke(
          SsmModel.ADD_TAGS_TO_RESOURCE, new AddTagsToResourceRequest(name, TYPE, tags(wanted)));
    }
  }

  private static List<Tag> tags(Map<String, String> tags) {
    return tags.entrySet().stream().map(tag -> new Tag(tag.getKey(), tag.getValue())).toList();
  }

  @Override
  public void delete(Call call, Resource current, Json.Obj properties) {
    try {
      call.invoke(SsmModel.DELETE_PARAMETER, new DeleteParameterRequest(current.physicalId()));
    } catch (ServiceException e) {
      if (e.error() != PARAMETER_NOT_FOUND) {
        throw e;
      }
    }
  }
}
