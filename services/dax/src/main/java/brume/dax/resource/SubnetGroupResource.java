package brume.dax.resource;

import static brume.model.dax.DaxError.SUBNET_GROUP_ALREADY_EXISTS_FAULT;
import static brume.model.dax.DaxError.SUBNET_GROUP_NOT_FOUND_FAULT;

import brume.json.Json;
import brume.model.dax.CreateSubnetGroupRequest;
import brume.model.dax.DaxModel;
import brume.model.dax.DeleteSubnetGroupRequest;
import brume.model.dax.DescribeSubnetGroupsRequest;
import brume.model.dax.UpdateSubnetGroupRequest;
import brume.service.Call;
import brume.service.ResourceType;
import brume.service.resource.NameCheck;
import brume.service.resource.TemplateProperties;
import brume.shape.ServiceException;
import java.util.List;
import java.util.Set;

/// `AWS::DAX::SubnetGroup`.
public final class SubnetGroupResource implements ResourceType {
  private static final int MAX_NAME = 255;
  private static final String NAME = "SubnetGroupName";

  @Override
  public String name() {
    return "AWS::DAX::SubnetGroup";
  }

  @Override
  public Set<String> properties() {
    return Set.of("Description", NAME, "SubnetIds");
  }

  @Override
  public Set<String> createOnly() {
    return Set.of(NAME);
  }

  @Override
  public boolean isFree(Call call, Request request) {
    return NameCheck.isFree(
        request,
        NAME,
        SUBNET_GROUP_NOT_FOUND_FAULT,
        name ->
            call.invoke(
                DaxModel.DESCRIBE_SUBNET_GROUPS,
                DescribeSubnetGroupsRequest.builder().subnetGroupNames(List.of(name)).build()));
  }

  @Override
  public Resource create(Call call, Request request) {
    var given = request.properties().get(NAME);
    var text = given == null ? null : given.text();
    var name = text == null ? request.generatedName(MAX_NAME) : text;
    var named = request.properties().with(NAME, Json.of(name));
    try {
      call.invoke(
          DaxModel.CREATE_SUBNET_GROUP,
          TemplateProperties.read(named, CreateSubnetGroupRequest.SHAPE));
    } catch (ServiceException e) {
      if (e.error() != SUBNET_GROUP_ALREADY_EXISTS_FAULT || !request.isOwn(NAME)) {
        throw e;
      }
    }
    return Resource.of(name);
  }

  @Override
  public Resource update(Call call, Resource current, Json.Obj before, Request request) {
    var named = request.properties().with(NAME, Json.of(current.physicalId()));
    call.invoke(
        DaxModel.UPDATE_SUBNET_GROUP,
        TemplateProperties.read(named, UpdateSubnetGroupRequest.SHAPE));
    return current;
  }

  @Override
  public void delete(Call call, Resource current, Json.Obj properties) {
    try {
      call.invoke(DaxModel.DELETE_SUBNET_GROUP, new DeleteSubnetGroupRequest(current.physicalId()));
    } catch (ServiceException e) {
      if (e.error() != SUBNET_GROUP_NOT_FOUND_FAULT) {
        throw e;
      }
    }
  }
}
