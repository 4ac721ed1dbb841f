package brume.iam.resource;

import brume.json.Json;
import brume.model.iam.CreateAccessKeyRequest;
import brume.model.iam.DeleteAccessKeyRequest;
import brume.model.iam.IamModel;
import brume.model.iam.UpdateAccessKeyRequest;
import brume.service.Call;
import brume.service.ResourceType;
import java.util.Set;

/// `AWS::IAM::AccessKey`. `Ref` gives the access key id, `GetAtt` knows `SecretAccessKey`. Another
/// `Serial` makes another key. A step that is run again after a crash makes a second key.
public final class AccessKeyResource implements ResourceType {
  @Override
  public String name() {
    return "AWS::IAM::AccessKey";
  }

  @Override
  public Set<String> properties() {
    return Set.of("UserName", "Status", "Serial");
  }

  @Override
  public Set<String> createOnly() {
    return Set.of("UserName", "Serial");
  }

  @Override
  public Resource create(Call call, Request request) {
    var user = Properties.required(request.properties(), "UserName");
    var key = call.invoke(IamModel.CREATE_ACCESS_KEY, new CreateAccessKeyRequest(user)).accessKey();
    var made = Resource.of(key.accessKeyId()).with("SecretAccessKey", key.secretAccessKey());
    return request.properties().has("Status") ? update(call, made, Json.Obj.EMPTY, request) : made;
  }

  @Override
  public Resource update(Call call, Resource current, Json.Obj before, Request request) {
    var status = Properties.text(request.properties(), "Status");
    call.invoke(
        IamModel.UPDATE_ACCESS_KEY,
        new UpdateAccessKeyRequest(
            current.physicalId(),
            status == null ? "Active" : status,
            Properties.required(request.properties(), "UserName")));
    return current;
  }

  @Override
  public void delete(Call call, Resource current, Json.Obj properties) {
    var user = Properties.required(properties, "UserName");
    Tolerant.remove(
        () ->
            call.invoke(
                IamModel.DELETE_ACCESS_KEY,
                new DeleteAccessKeyRequest(current.physicalId(), user)));
  }
}
