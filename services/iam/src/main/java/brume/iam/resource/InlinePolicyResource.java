package brume.iam.resource;

import brume.json.Json;
import brume.service.Call;
import brume.service.ResourceType;
import java.util.Set;

/// `AWS::IAM::RolePolicy`, `AWS::IAM::UserPolicy` and `AWS::IAM::GroupPolicy`: an inline policy of
/// one holder, which it adds or replaces. `Ref` gives the names of the policy and its holder.
public final class InlinePolicyResource implements ResourceType {
  private static final String POLICY = "PolicyName";
  private static final String DOCUMENT = "PolicyDocument";

  private final Holder kind;
  private final String type;
  private final String holder;

  private InlinePolicyResource(Holder kind, String noun) {
    this.kind = kind;
    this.type = "AWS::IAM::" + noun + "Policy";
    this.holder = noun + "Name";
  }

  public static InlinePolicyResource ofRoles() {
    return new InlinePolicyResource(Holder.ROLE, "Role");
  }

  public static InlinePolicyResource ofUsers() {
    return new InlinePolicyResource(Holder.USER, "User");
  }

  public static InlinePolicyResource ofGroups() {
    return new InlinePolicyResource(Holder.GROUP, "Group");
  }

  @Override
  public String name() {
    return type;
  }

  @Override
  public Set<String> properties() {
    return Set.of(POLICY, DOCUMENT, holder);
  }

  @Override
  public Set<String> createOnly() {
    return Set.of(POLICY, holder);
  }

  @Override
  public Resource create(Call call, Request request) {
    var properties = request.properties();
    put(call, properties);
    return Resource.of(
        Properties.required(properties, POLICY) + '|' + Properties.required(properties, holder));
  }

  private void put(Call call, Json.Obj properties) {
    kind.put(
        call,
        Properties.required(properties, holder),
        Properties.required(properties, POLICY),
        Properties.document(properties, DOCUMENT));
  }

  @Override
  public Resource update(Call call, Resource current, Json.Obj before, Request request) {
    put(call, request.properties());
    return current;
  }

  @Override
  public void delete(Call call, Resource current, Json.Obj properties) {
    kind.delete(
        call, Properties.required(properties, holder), Properties.required(properties, POLICY));
  }
}
