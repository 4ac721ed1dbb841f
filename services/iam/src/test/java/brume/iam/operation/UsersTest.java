package brume.iam.operation;

import static brume.iam.Given.allow;
import static brume.iam.Given.arn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import brume.iam.Given;
import brume.model.iam.AddUserToGroupRequest;
import brume.model.iam.AttachUserPolicyRequest;
import brume.model.iam.CreateAccessKeyRequest;
import brume.model.iam.CreateUserRequest;
import brume.model.iam.DeleteAccessKeyRequest;
import brume.model.iam.DeleteGroupRequest;
import brume.model.iam.DeleteUserPolicyRequest;
import brume.model.iam.DeleteUserRequest;
import brume.model.iam.DetachUserPolicyRequest;
import brume.model.iam.GetGroupRequest;
import brume.model.iam.GetUserPolicyRequest;
import brume.model.iam.GetUserRequest;
import brume.model.iam.IamModel;
import brume.model.iam.ListAccessKeysRequest;
import brume.model.iam.ListAttachedUserPoliciesRequest;
import brume.model.iam.ListGroupsForUserRequest;
import brume.model.iam.ListUserPoliciesRequest;
import brume.model.iam.ListUserTagsRequest;
import brume.model.iam.ListUsersRequest;
import brume.model.iam.PutUserPolicyRequest;
import brume.model.iam.RemoveUserFromGroupRequest;
import brume.model.iam.Tag;
import brume.model.iam.TagUserRequest;
import brume.model.iam.UntagUserRequest;
import brume.model.iam.UpdateAccessKeyRequest;
import brume.model.iam.UpdateUserRequest;
import brume.model.iam.User;
import brume.testing.Local;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class UsersTest {
  private static final String READ_ONLY = "arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess";

  private final Given given = new Given();
  private final Local local = given.local;

  @Test
  void aUserIsShownAsItWasMade() {
    var request =
        CreateUserRequest.builder().userName("u").path("/team/").tags(tags("a", "1")).build();
    var user = local.invoke(IamModel.CREATE_USER, request).user();
    assertThat(user.arn()).isEqualTo(arn("user/team/u"));
    assertThat(user.userId()).matches("AIDA[A-Z2-7]{17}");
    assertThat(user.createDate()).isEqualTo(Local.START);
    assertThat(get("u")).isEqualTo(user);
    var listed = local.invoke(IamModel.LIST_USERS, ListUsersRequest.builder().build()).users();
    assertThat(listed).containsExactly(user.toBuilder().tags(null).build());
  }

  @Test
  void namesDifferInMoreThanCase() {
    given.user("u");
    assertThatThrownBy(() -> given.user("U")).hasMessage("User with name U already exists.");
    assertThatThrownBy(() -> get("U")).hasMessage("The user with name U cannot be found.");
  }

  @Test
  void aNewNameChangesNothingElse() {
    var before = given.user("u");
    given.userMay("u", allow("sqs:*", "*"));
    var call = given.by("u");
    local.invoke(
        IamModel.UPDATE_USER,
        UpdateUserRequest.builder().userName("u").newUserName("v").newPath("/x/").build());
    assertThat(get("v").userId()).isEqualTo(before.userId());
    assertThat(get("v").arn()).isEqualTo(arn("user/x/v"));
    assertThat(policies("v")).containsExactly("inline");
    var key = local.invoke(IamModel.LIST_ACCESS_KEYS, keysOf("v")).accessKeyMetadata().getFirst();
    assertThat(given.keys.find(key.accessKeyId(), null).principal().arn())
        .isEqualTo(arn("user/x/v"));
    assertThat(call.caller().userId()).isEqualTo(before.userId());
    given.user("u");
    assertThat(policies("u")).isEmpty();
  }

  @Test
  void aUserIsDeletedWhenNothingIsLeft() {
    given.user("u");
    given.userMay("u", allow("sqs:*", "*"));
    local.invoke(IamModel.ATTACH_USER_POLICY, new AttachUserPolicyRequest(READ_ONLY, "u"));
    given.group("g");
    local.invoke(IamModel.ADD_USER_TO_GROUP, new AddUserToGroupRequest("g", "u"));
    var key = local.invoke(IamModel.CREATE_ACCESS_KEY, new CreateAccessKeyRequest("u")).accessKey();
    assertKept("Cannot delete entity, must detach all policies first.");
    local.invoke(IamModel.DETACH_USER_POLICY, new DetachUserPolicyRequest(READ_ONLY, "u"));
    assertKept("Cannot delete entity, must delete policies first.");
    local.invoke(IamModel.DELETE_USER_POLICY, new DeleteUserPolicyRequest("inline", "u"));
    assertKept("Cannot delete entity, must delete access keys first.");
    local.invoke(IamModel.DELETE_ACCESS_KEY, new DeleteAccessKeyRequest(key.accessKeyId(), "u"));
    assertKept("Cannot delete entity, must remove users from group first.");
    assertThatThrownBy(() -> local.invoke(IamModel.DELETE_GROUP, new DeleteGroupRequest("g")))
        .hasMessage("Cannot delete entity, must remove users from group first.");
    local.invoke(IamModel.REMOVE_USER_FROM_GROUP, new RemoveUserFromGroupRequest("g", "u"));
    local.invoke(IamModel.DELETE_USER, new DeleteUserRequest("u"));
    assertThatThrownBy(() -> get("u")).hasMessage("The user with name u cannot be found.");
    local.invoke(IamModel.DELETE_GROUP, new DeleteGroupRequest("g"));
  }

  @Test
  void inlinePoliciesAreShownEncoded() {
    given.user("u");
    given.userMay("u", allow("sqs:*", "*"));
    var shown = local.invoke(IamModel.GET_USER_POLICY, new GetUserPolicyRequest("inline", "u"));
    assertThat(shown.policyDocument()).startsWith("%7B%22Version%22%3A%20%222012-10-17%22");
    assertThatThrownBy(
            () -> local.invoke(IamModel.GET_USER_POLICY, new GetUserPolicyRequest("no", "u")))
        .hasMessage("The user policy with name no cannot be found.");
    assertThatThrownBy(() -> given.userMay("u", "{}")).hasMessage("Syntax errors in policy.");
    assertThatThrownBy(() -> given.userMay("u", allow("sqs:" + "x".repeat(2048), "*")))
        .hasMessage("Maximum policy size of 2048 bytes exceeded for user u");
  }

  @Test
  void managedPoliciesAreAttached() {
    given.user("u");
    for (int i = 0; i < 2; i++) {
      local.invoke(IamModel.ATTACH_USER_POLICY, new AttachUserPolicyRequest(READ_ONLY, "u"));
    }
    var attached =
        local
            .invoke(
                IamModel.LIST_ATTACHED_USER_POLICIES,
                ListAttachedUserPoliciesRequest.builder().userName("u").build())
            .attachedPolicies();
    assertThat(attached).extracting(policy -> policy.policyArn()).containsExactly(READ_ONLY);
    var none = arn("policy/none");
    assertThatThrownBy(
            () -> local.invoke(IamModel.ATTACH_USER_POLICY, new AttachUserPolicyRequest(none, "u")))
        .hasMessage("Policy " + none + " does not exist or is not attachable.");
    assertThatThrownBy(
            () -> local.invoke(IamModel.DETACH_USER_POLICY, new DetachUserPolicyRequest(none, "u")))
        .hasMessage("Policy " + none + " was not found.");
  }

  @Test
  void tagsAreAlikeInAnyCase() {
    given.user("u");
    local.invoke(IamModel.TAG_USER, new TagUserRequest(tags("Team", "a", "x", "1"), "u"));
    local.invoke(IamModel.TAG_USER, new TagUserRequest(tags("team", "b"), "u"));
    assertThat(tagsOf("u")).isEqualTo(tags("team", "b", "x", "1"));
    local.invoke(IamModel.UNTAG_USER, new UntagUserRequest(List.of("TEAM"), "u"));
    assertThat(tagsOf("u")).isEqualTo(tags("x", "1"));
    assertThatThrownBy(
            () ->
                local.invoke(IamModel.TAG_USER, new TagUserRequest(tags("k", "1", "K", "2"), "u")))
        .hasMessageStartingWith("Duplicate tag keys found.");
  }

  @Test
  void groupsKnowTheirUsers() {
    given.user("u");
    given.group("g");
    local.invoke(IamModel.ADD_USER_TO_GROUP, new AddUserToGroupRequest("g", "u"));
    local.invoke(IamModel.ADD_USER_TO_GROUP, new AddUserToGroupRequest("g", "u"));
    var group = local.invoke(IamModel.GET_GROUP, GetGroupRequest.builder().groupName("g").build());
    assertThat(group.users()).extracting(User::userName).containsExactly("u");
    var groups =
        local
            .invoke(
                IamModel.LIST_GROUPS_FOR_USER,
                ListGroupsForUserRequest.builder().userName("u").build())
            .groups();
    assertThat(groups).containsExactly(group.group());
  }

  @Test
  void keysAreTwoAtMostAndAnswerWhileActive() {
    given.user("u");
    var call = given.by("u");
    var self = CreateAccessKeyRequest.builder().build();
    var key = local.invoke(call, IamModel.CREATE_ACCESS_KEY, self).accessKey();
    assertThat(key.userName()).isEqualTo("u");
    assertThatThrownBy(() -> given.by("u"))
        .hasMessage("Cannot exceed quota for AccessKeysPerUser: 2");
    var id = key.accessKeyId();
    assertThat(given.keys.find(id, null).secretKey()).isEqualTo(key.secretAccessKey());
    update(id, "Inactive");
    assertThat(given.keys.find(id, null)).isNull();
    update(id, "Active");
    assertThat(given.keys.find(id, null)).isNotNull();
    local.invoke(IamModel.DELETE_ACCESS_KEY, new DeleteAccessKeyRequest(id, "u"));
    assertThat(given.keys.find(id, null)).isNull();
    assertThatThrownBy(() -> update(id, "Active"))
        .hasMessage("The Access Key with id " + id + " cannot be found.");
  }

  @Test
  void listsComeInPages() {
    for (var name : List.of("c", "a", "b", "e", "d")) {
      given.user(name);
      local.invoke(
          IamModel.PUT_USER_POLICY,
          new PutUserPolicyRequest(allow("sqs:*", "*"), "p-" + name, "c"));
    }
    var names = new ArrayList<String>();
    var policies = new ArrayList<String>();
    var users = local.invoke(IamModel.LIST_USERS, ListUsersRequest.builder().maxItems(2).build());
    users.users().forEach(user -> names.add(user.userName()));
    while (users.isTruncated()) {
      var next = ListUsersRequest.builder().maxItems(2).marker(users.marker()).build();
      users = local.invoke(IamModel.LIST_USERS, next);
      users.users().forEach(user -> names.add(user.userName()));
    }
    assertThat(names).containsExactly("a", "b", "c", "d", "e");
    var request = ListUserPoliciesRequest.builder().userName("c").maxItems(2);
    var page = local.invoke(IamModel.LIST_USER_POLICIES, request.build());
    policies.addAll(page.policyNames());
    while (page.isTruncated()) {
      page = local.invoke(IamModel.LIST_USER_POLICIES, request.marker(page.marker()).build());
      policies.addAll(page.policyNames());
    }
    assertThat(policies).containsExactly("p-a", "p-b", "p-c", "p-d", "p-e");
  }

  @Test
  void aUserMeansItselfWithoutAName() {
    given.user("u");
    var self = GetUserRequest.builder().build();
    var call = given.by("u");
    assertThat(local.invoke(call, IamModel.GET_USER, self).user()).isEqualTo(get("u"));
    assertThatThrownBy(
            () -> local.invoke(given.byService("x.amazonaws.com"), IamModel.GET_USER, self))
        .hasMessage("Must specify userName when calling with non-User credentials");
  }

  private void assertKept(String reason) {
    assertThatThrownBy(() -> local.invoke(IamModel.DELETE_USER, new DeleteUserRequest("u")))
        .hasMessage(reason);
  }

  private void update(String keyId, String status) {
    local.invoke(IamModel.UPDATE_ACCESS_KEY, new UpdateAccessKeyRequest(keyId, status, "u"));
  }

  private User get(String name) {
    return local.invoke(IamModel.GET_USER, new GetUserRequest(name)).user();
  }

  private List<String> policies(String name) {
    return local
        .invoke(
            IamModel.LIST_USER_POLICIES, ListUserPoliciesRequest.builder().userName(name).build())
        .policyNames();
  }

  private List<Tag> tagsOf(String name) {
    return local
        .invoke(IamModel.LIST_USER_TAGS, ListUserTagsRequest.builder().userName(name).build())
        .tags();
  }

  private static ListAccessKeysRequest keysOf(String name) {
    return ListAccessKeysRequest.builder().userName(name).build();
  }

  private static List<Tag> tags(String... keysAndValues) {
    var tags = new ArrayList<Tag>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      tags.add(new Tag(keysAndValues[i], keysAndValues[i + 1]));
    }
    return tags;
  }
}
