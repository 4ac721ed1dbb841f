package brume.iam.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import brume.iam.Given;
import brume.model.iam.AddUserToGroupRequest;
import brume.model.iam.AttachUserPolicyRequest;
import brume.model.iam.CreateAccountAliasRequest;
import brume.model.iam.DeleteAccountAliasRequest;
import brume.model.iam.GenerateCredentialReportRequest;
import brume.model.iam.GetAccessKeyLastUsedRequest;
import brume.model.iam.GetAccountAuthorizationDetailsRequest;
import brume.model.iam.GetAccountSummaryRequest;
import brume.model.iam.GetCredentialReportRequest;
import brume.model.iam.GroupDetail;
import brume.model.iam.IamModel;
import brume.model.iam.ListAccountAliasesRequest;
import brume.model.iam.ManagedPolicyDetail;
import brume.model.iam.RoleDetail;
import brume.model.iam.UserDetail;
import brume.model.sts.GetCallerIdentityRequest;
import brume.model.sts.StsModel;
import brume.service.Call;
import brume.testing.Local;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class AccountTest {
  private final Given given = new Given().authorized();
  private final Local local = given.local;

  private static String keyOf(Call call) {
    return Objects.requireNonNull(call.context().accessKeyId());
  }

  @Test
  void anAccountHasOneAlias() {
    var list = ListAccountAliasesRequest.builder().build();
    local.invoke(IamModel.CREATE_ACCOUNT_ALIAS, new CreateAccountAliasRequest("first"));
    local.invoke(IamModel.CREATE_ACCOUNT_ALIAS, new CreateAccountAliasRequest("second"));
    assertThat(local.invoke(IamModel.LIST_ACCOUNT_ALIASES, list).accountAliases())
        .containsExactly("second");
    var first = new DeleteAccountAliasRequest("first");
    assertThatThrownBy(() -> local.invoke(IamModel.DELETE_ACCOUNT_ALIAS, first))
        .hasMessage("The account alias first does not exist.");
    local.invoke(IamModel.DELETE_ACCOUNT_ALIAS, new DeleteAccountAliasRequest("second"));
    assertThat(local.invoke(IamModel.LIST_ACCOUNT_ALIASES, list).accountAliases()).isEmpty();
  }

  @Test
  void theLastUseOfAKeyIsKnownToTheMinuteAndSurvives() {
    given.user("alice");
    var alice = given.by("alice");
    var request = new GetAccessKeyLastUsedRequest(keyOf(alice));
    var never = local.invoke(IamModel.GET_ACCESS_KEY_LAST_USED, request);
    assertThat(never.userName()).isEqualTo("alice");
    assertThat(never.accessKeyLastUsed().serviceName()).isEqualTo("N/A");
    assertThat(never.accessKeyLastUsed().lastUsedDate()).isNull();
    local.invoke(alice, StsModel.GET_CALLER_IDENTITY, new GetCallerIdentityRequest());
    var used = local.invoke(IamModel.GET_ACCESS_KEY_LAST_USED, request).accessKeyLastUsed();
    assertThat(used.serviceName()).isEqualTo("sts");
    assertThat(used.region()).isEqualTo("us-east-1");
    assertThat(used.lastUsedDate()).isEqualTo(Local.START);
    given.uses.run(local.call());
    local.clock.advance(Duration.ofHours(1));
    given.uses.run(local.call());
    assertThat(local.invoke(IamModel.GET_ACCESS_KEY_LAST_USED, request).accessKeyLastUsed())
        .isEqualTo(used);
    var strange = new GetAccessKeyLastUsedRequest("AKIAIOSFODNN7EXAMPLE");
    assertThatThrownBy(() -> local.invoke(IamModel.GET_ACCESS_KEY_LAST_USED, strange))
        .hasMessageEndingWith("on resource: access key AKIAIOSFODNN7EXAMPLE");
  }

  @Test
  void theSummaryCounts() {
    given.user("alice");
    given.role("r", Given.trustAccount());
    given.policy("p", Given.ALLOW_ALL);
    var summary =
        local.invoke(IamModel.GET_ACCOUNT_SUMMARY, new GetAccountSummaryRequest()).summaryMap();
    assertThat(summary)
        .containsEntry("Users", 1)
        .containsEntry("UsersQuota", 5000)
        .containsEntry("Groups", 0)
        .containsEntry("Roles", 1)
        .containsEntry("Policies", 1)
        .containsEntry("PolicyVersionsInUse", 1);
  }

  @Test
  void theDetailsShowHowAllBelongsTogether() {
    given.user("alice");
    given.group("g");
    given.role("r", Given.trustAccount());
    given.roleMay("r", Given.ALLOW_ALL);
    var own = given.policy("p", Given.ALLOW_ALL);
    var readOnly = "arn:aws:iam::aws:policy/ReadOnlyAccess";
    local.invoke(IamModel.ADD_USER_TO_GROUP, new AddUserToGroupRequest("g", "alice"));
    for (var arn : List.of(own, readOnly)) {
      local.invoke(IamModel.ATTACH_USER_POLICY, new AttachUserPolicyRequest(arn, "alice"));
    }
    var all = details(GetAccountAuthorizationDetailsRequest.builder());
    UserDetail alice = all.userDetailList().getFirst();
    assertThat(alice.groupList()).containsExactly("g");
    assertThat(alice.attachedManagedPolicies()).hasSize(2);
    assertThat(all.groupDetailList()).extracting(GroupDetail::groupName).containsExactly("g");
    RoleDetail role = all.roleDetailList().getFirst();
    assertThat(role.rolePolicyList().getFirst().policyDocument()).startsWith("%7B");
    assertThat(all.policies())
        .extracting(ManagedPolicyDetail::policyName)
        .containsExactly("ReadOnlyAccess", "p");
    var roles = details(GetAccountAuthorizationDetailsRequest.builder().filter(List.of("Role")));
    assertThat(roles.userDetailList()).isEmpty();
    assertThat(roles.roleDetailList()).hasSize(1);
    var page = details(GetAccountAuthorizationDetailsRequest.builder().maxItems(2));
    assertThat(page.isTruncated()).isTrue();
    assertThat(page.marker()).isNotNull();
  }

  private brume.model.iam.GetAccountAuthorizationDetailsResponse details(
      GetAccountAuthorizationDetailsRequest.Builder request) {
    return local.invoke(IamModel.GET_ACCOUNT_AUTHORIZATION_DETAILS, request.build());
  }

  @Test
  void theCredentialReportIsGeneratedAndHandedOutForFourHours() {
    given.user("alice");
    var alice = given.by("alice");
    local.invoke(alice, StsModel.GET_CALLER_IDENTITY, new GetCallerIdentityRequest());
    var get = new GetCredentialReportRequest();
    assertThatThrownBy(() -> local.invoke(IamModel.GET_CREDENTIAL_REPORT, get))
        .hasMessageContaining("No report is present");
    var generate = new GenerateCredentialReportRequest();
    assertThat(local.invoke(IamModel.GENERATE_CREDENTIAL_REPORT, generate).state())
        .isEqualTo("COMPLETE");
    var lines =
        local.invoke(IamModel.GET_CREDENTIAL_REPORT, get).content().toUtf8().lines().toList();
    assertThat(lines).hasSize(3);
    assertThat(lines.get(1)).startsWith("<root_account>,arn:aws:iam::000000000000:root,N/A,false");
    assertThat(lines.get(2))
        .startsWith("alice,arn:aws:iam::000000000000:user/alice,2026-01-02T03:04:05+00:00,false")
        .contains("true,2026-01-02T03:04:05+00:00,2026-01-02T03:04:05+00:00,us-east-1,sts");
    assertThat(lines).allMatch(line -> line.split(",", -1).length == 22);
    local.clock.advance(Duration.ofHours(5));
    assertThatThrownBy(() -> local.invoke(IamModel.GET_CREDENTIAL_REPORT, get))
        .hasMessageContaining("has expired");
  }
}
