package brume.iam.resource;

import brume.json.Json;
import brume.service.Call;
import brume.service.CommonError;
import brume.service.ResourceType;
import java.util.Set;

/// `AWS::IAM::Policy`: an inline policy of several users, groups and roles. `Ref` gives a name of
/// its own, `GetAtt` knows `Id`, which is the same.
public final class PolicyResource implements ResourceType {
  private static final int MAX_NAME = 128;

  @Override
  public String name() {
    return "AWS::IAM::Policy";
  }

  @Override
  public Set<String> properties() {
    return Set.of("PolicyName", "PolicyDocument", "Users", "Groups", "Roles");
  }

  @Override
  public Set<String> createOnly() {
    return Set.of();
  }

  @Override
  public Resource create(Call call, Request request) {
    put(call, request.properties());
    var id = request.generatedName(MAX_NAME);
    return Resource.of(id).with("Id", id);
  }

  private static void put(Call call, Json.Obj properties) {
    var policy = Properties.required(properties, "PolicyName");
    var document = Properties.document(properties, "PolicyDocument");
    boolean isHeld = false;
    for (var kind : Holder.values()) {
      for (var holder : Properties.texts(properties, kind.property())) {
        kind.put(call, holder, policy, document);
        isHeld = true;
      }
    }
    if (!isHeld) {
      throw CommonError.VALIDATION.because(
          "At least one of [Groups,Roles,Users] must be non-empty.");
    }
  }

  @Override
  public Resource update(Call call, Resource current, Json.Obj before, Request request) {
    var wanted = request.properties();
    put(call, wanted);
    var name = Properties.required(before, "PolicyName");
    boolean isRenamed = !name.equals(Properties.text(wanted, "PolicyName"));
    for (var kind : Holder.values()) {
      var holders = Properties.texts(wanted, kind.property());
      for (var holder : Properties.texts(before, kind.property())) {
        if (isRenamed || !holders.contains(holder)) {
          kind.delete(call, holder, name);
        }
      }
    }
    return current;
  }

  @Override
  public void delete(Call call, Resource current, Json.Obj properties) {
    var name = Properties.required(properties, "PolicyName");
    for (var kind : Holder.values()) {
      for (var holder : Properties.texts(properties, kind.property())) {
        kind.delete(call, holder, name);
      }
    }
  }
}
