package brume.iam.resource;

import static brume.iam.Given.arn;
import static brume.iam.Given.trustAccount;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import brume.iam.Given;
import brume.json.Json;
import brume.model.iam.AttachedPolicy;
import brume.model.iam.GetGroupRequest;
import brume.model.iam.GetInstanceProfileRequest;
import brume.model.iam.GetPolicyRequest;
import brume.model.iam.GetRoleRequest;
import brume.model.iam.GetUserRequest;
import brume.model.iam.IamModel;
import brume.model.iam.ListAttachedRolePoliciesRequest;
import brume.model.iam.ListPolicyVersionsRequest;
import brume.model.iam.ListRolePoliciesRequest;
import brume.model.iam.Role;
import brume.model.iam.Tag;
import brume.model.iam.User;
import brume.service.ResourceType;
import brume.service.ResourceType.Request;
import brume.service.ResourceType.Resource;
import brume.testing.Local;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ResourcesTest {
  private static final String BASIC =
      "arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole";

  private static final String ROLE =
      """
      {"AssumeRolePolicyDocument": {"Version": "2012-10-17", "Statement": [{"Effect": "Allow",
         "Principal": {"Service": ["lambda.amazonaws.com"]}, "Action": ["sts:AssumeRole"]}]},
       "ManagedPolicyArns": ["%s"],
       "MaxSessionDuration": "7200",
       "Policies": [{"PolicyName": "p", "PolicyDocument": {"Statement": [
         {"Effect": "Allow", "Action": "sqs:*", "Resource": "*"}]}}]}"""
          .formatted(BASIC);

  private final Given given = new Given();
  private final Local local = given.local;

  @Test
  void aRoleHasItsPolicies() {
    var type = new RoleResource();
    var role = create(type, ROLE);
    assertThat(role.physicalId()).isEqualTo("stack-Thing-TOKEN");
    assertThat(role.attributes().get("Arn")).isEqualTo(Json.of(arn("role/stack-Thing-TOKEN")));
    assertThat(create(type, ROLE)).isEqualTo(role);
    assertThat(role(role).maxSessionDuration()).isEqualTo(7200);
    assertThat(role(role).tags()).containsExactly(new Tag("stack", "s"));
    assertThat(attached(role)).extracting(AttachedPolicy::policyArn).containsExactly(BASIC);
    assertThat(inline(role)).containsExactly("p");
    var changed =
        json(ROLE)
            .without("ManagedPolicyArns")
            .with("Description", Json.of("d"))
            .with("Policies", Json.array());
    assertThat(type.update(local.call(), role, json(ROLE), request(changed))).isEqualTo(role);
    assertThat(attached(role)).isEmpty();
    assertThat(inline(role)).isEmpty();
    assertThat(role(role).description()).isEqualTo("d");
    type.update(local.call(), role, changed, request(json(ROLE)));
    type.delete(local.call(), role, json(ROLE));
    type.delete(local.call(), role, json(ROLE));
    assertThatThrownBy(() -> role(role)).hasMessageContaining("cannot be found");
  }

  @Test
  void aNameOfTheTemplateIsNotTakenFromOthers() {
    var named = json(ROLE).with("RoleName", Json.of("mine"));
    create(new RoleResource(), named);
    assertThatThrownBy(() -> create(new RoleResource(), named))
        .hasMessage("Role with name mine already exists.");
  }

  @Test
  void aPolicyMovesBetweenRoles() {
    given.role("r", trustAccount());
    given.role("s", trustAccount());
    var type = new PolicyResource();
    var document =
        """
        "PolicyDocument": {"Statement": [{"Effect": "Allow", "Action": "*", "Resource": "*"}]}""";
    var before = json("{\"PolicyName\": \"p\", \"Roles\": [\"r\"], " + document + "}");
    var after = json("{\"PolicyName\": \"q\", \"Roles\": [\"s\"], " + document + "}");
    var policy = create(type, before);
    assertThat(inline(Resource.of("r"))).containsExactly("p");
    type.update(local.call(), policy, before, request(after));
    assertThat(inline(Resource.of("r"))).isEmpty();
    assertThat(inline(Resource.of("s"))).containsExactly("q");
    type.delete(local.call(), policy, after);
    assertThat(inline(Resource.of("s"))).isEmpty();
    assertThatThrownBy(() -> create(type, before.without("Roles")))
        .hasMessage("At least one of [Groups,Roles,Users] must be non-empty.");
  }

  @Test
  void aManagedPolicyGetsVersions() {
    given.role("r", trustAccount());
    var type = new ManagedPolicyResource();
    var properties = managed(0);
    var policy = create(type, properties);
    assertThat(policy.physicalId()).isEqualTo(arn("policy/stack-Thing-TOKEN"));
    assertThat(create(type, properties)).isEqualTo(policy);
    assertThat(attached(Resource.of("r"))).hasSize(1);
    for (int i = 1; i < 8; i++) {
      type.update(local.call(), policy, properties, request(managed(i)));
      properties = managed(i);
    }
    var shown = new GetPolicyRequest(policy.physicalId());
    assertThat(local.invoke(IamModel.GET_POLICY, shown).policy().defaultVersionId())
        .isEqualTo("v8");
    var versions = ListPolicyVersionsRequest.builder().policyArn(policy.physicalId()).build();
    assertThat(local.invoke(IamModel.LIST_POLICY_VERSIONS, versions).versions()).hasSize(5);
    type.delete(local.call(), policy, properties);
    type.delete(local.call(), policy, properties);
    assertThat(attached(Resource.of("r"))).isEmpty();
  }

  private static Json.Obj managed(int number) {
    return json(
        """
        {"Roles": ["r"], "PolicyDocument": {"Version": "2012-10-17", "Statement": [
          {"Effect": "Allow", "Action": "sqs:*", "Resource": "arn:aws:sqs:*:*:q%d"}]}}"""
            .formatted(number));
  }

  @Test
  void usersJoinGroupsAndHaveKeys() {
    given.group("g");
    var users = new UserResource();
    var inGroup = json("{\"Groups\": [\"g\"], \"Path\": \"/a/\"}");
    var user = create(users, inGroup);
    var name = user.physicalId();
    assertThat(user.attributes().get("Arn")).isEqualTo(Json.of(arn("user/a/" + name)));
    assertThat(members("g")).containsExactly(name);
    var keys = new AccessKeyResource();
    var key = json("{\"UserName\": \"" + name + "\", \"Status\": \"Inactive\"}");
    var made = create(keys, key);
    assertThat(made.attributes()).containsKey("SecretAccessKey");
    assertThat(given.keys.find(made.physicalId(), null)).isNull();
    keys.update(local.call(), made, key, request(key.with("Status", Json.of("Active"))));
    assertThat(given.keys.find(made.physicalId(), null)).isNotNull();
    keys.delete(local.call(), made, key);
    keys.delete(local.call(), made, key);
    var moved = users.update(local.call(), user, inGroup, request(json("{}")));
    assertThat(moved.attributes().get("Arn")).isEqualTo(Json.of(arn("user/" + name)));
    assertThat(members("g")).isEmpty();
    users.delete(local.call(), user, json("{}"));
    assertThatThrownBy(() -> local.invoke(IamModel.GET_USER, new GetUserRequest(name)))
        .hasMessageContaining("cannot be found");
  }

  @Test
  void groupsGetUsersByAdditions() {
    var groups = new GroupResource();
    var group = create(groups, json("{}"));
    given.user("u");
    given.user("v");
    var additions = new UserToGroupAdditionResource();
    var one = addition(group, "u");
    var added = create(additions, one);
    assertThat(members(group.physicalId())).containsExactly("u");
    additions.update(local.call(), added, one, request(addition(group, "v")));
    assertThat(members(group.physicalId())).containsExactly("v");
    additions.delete(local.call(), added, addition(group, "v"));
    groups.delete(local.call(), group, json("{}"));
    groups.delete(local.call(), group, json("{}"));
  }

  private static Json.Obj addition(Resource group, String user) {
    return Json.object(
        "GroupName", Json.of(group.physicalId()), "Users", Json.array(Json.of(user)));
  }

  @Test
  void anInstanceProfileChangesItsRole() {
    given.role("r", trustAccount());
    given.role("s", trustAccount());
    var type = new InstanceProfileResource();
    var before = json("{\"Roles\": [\"r\"]}");
    var profile = create(type, before);
    assertThat(create(type, before)).isEqualTo(profile);
    var after = json("{\"Roles\": [\"s\"]}");
    type.update(local.call(), profile, before, request(after));
    var get = new GetInstanceProfileRequest(profile.physicalId());
    assertThat(local.invoke(IamModel.GET_INSTANCE_PROFILE, get).instanceProfile().roles())
        .extracting(Role::roleName)
        .containsExactly("s");
    type.delete(local.call(), profile, after);
    type.delete(local.call(), profile, after);
  }

  private Resource create(ResourceType type, String properties) {
    return create(type, json(properties));
  }

  private Resource create(ResourceType type, Json.Obj properties) {
    return type.create(local.call(), request(properties));
  }

  private static Json.Obj json(String text) {
    return (Json.Obj) Json.parse(text);
  }

  private static Request request(Json.Obj properties) {
    return new Request("stack", "Thing", "TOKEN", properties, Map.of("stack", "s"));
  }

  private Role role(Resource role) {
    return local.invoke(IamModel.GET_ROLE, new GetRoleRequest(role.physicalId())).role();
  }

  private List<AttachedPolicy> attached(Resource role) {
    var request = ListAttachedRolePoliciesRequest.builder().roleName(role.physicalId()).build();
    return local.invoke(IamModel.LIST_ATTACHED_ROLE_POLICIES, request).attachedPolicies();
  }

  private List<String> inline(Resource role) {
    var request = ListRolePoliciesRequest.builder().roleName(role.physicalId()).build();
    return local.invoke(IamModel.LIST_ROLE_POLICIES, request).policyNames();
  }

  private List<String> members(String group) {
    var request = GetGroupRequest.builder().groupName(group).build();
    return local.invoke(IamModel.GET_GROUP, request).users().stream().map(User::userName).toList();
  }
}
