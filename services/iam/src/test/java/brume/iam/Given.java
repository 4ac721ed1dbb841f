package brume.iam;

import brume.base.Ids;
import brume.http.Response;
import brume.iam.data.KeyUses;
import brume.identity.AuthorizationMessages;
import brume.identity.Credential;
import brume.identity.Principal;
import brume.identity.SessionTokens;
import brume.identity.web.WebIdentities;
import brume.model.iam.CreateAccessKeyRequest;
import brume.model.iam.CreateGroupRequest;
import brume.model.iam.CreatePolicyRequest;
import brume.model.iam.CreateRoleRequest;
import brume.model.iam.CreateUserRequest;
import brume.model.iam.IamModel;
import brume.model.iam.PutRolePolicyRequest;
import brume.model.iam.PutUserPolicyRequest;
import brume.model.iam.Role;
import brume.model.iam.User;
import brume.model.sts.AssumeRoleRequest;
import brume.model.sts.StsModel;
import brume.service.Call;
import brume.sts.Sts;
import brume.sts.role.Upstream;
import brume.testing.Local;
import java.util.List;
import java.util.Random;

/// IAM and STS in memory, with what the tests begin with.
public final class Given {
  public static final String ACCOUNT = Local.SCOPE.account();

  public static final String ALLOW_ALL =
      """
      {"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": "*", "Resource": "*"}}""";

  public final Local local = new Local();
  public final SessionTokens tokens =
      new SessionTokens(new byte[SessionTokens.KEY_BYTES], new Ids(new Random(2)));
  public final AccessKeys keys = new AccessKeys(local.store, tokens);
  public final KeyUses uses = new KeyUses(local.store);
  public final AuthorizationMessages messages =
      new AuthorizationMessages(new byte[SessionTokens.KEY_BYTES], new Ids(new Random(3)));

  public final PolicyAuthorizer authorizer = new PolicyAuthorizer(local.store, uses, messages);

  public Given() {
    this(List.of(), (_, _) -> Response.of(404));
  }

  /// @param identities who verify tokens here
  /// @param upstream answers for other issuers
  public Given(List<WebIdentities> identities, Upstream upstream) {
    local
        .add(Iam.service(local.store, uses))
        .add(Sts.service(local.store, tokens, messages, identities, upstream));
  }

  /// From here on every call is authorised.
  public Given authorized() {
    local.authorizedBy(authorizer);
    return this;
  }

  public static String arn(String resource) {
    return "arn:aws:iam::" + ACCOUNT + ':' + resource;
  }

  public static String allow(String action, String resource) {
    return statement("Allow", action, resource);
  }

  public static String deny(String action, String resource) {
    return statement("Deny", action, resource);
  }

  private static String statement(String effect, String action, String resource) {
    return """
        {"Version": "2012-10-17",
         "Statement": [{"Effect": "%s", "Action": "%s", "Resource": "%s"}]}"""
        .formatted(effect, action, resource);
  }

  /// @param principal such as `"AWS": "arn:…"`
  public static String trust(String principal) {
    return """
        {"Version": "2012-10-17",
         "Statement": [{"Effect": "Allow", "Principal": {%s},
           "Action": ["sts:AssumeRole", "sts:TagSession", "sts:SetSourceIdentity"]}]}"""
        .formatted(principal);
  }

  public static String trustAccount() {
    return trust("\"AWS\": \"" + ACCOUNT + '"');
  }

  public User user(String name) {
    return local
        .invoke(IamModel.CREATE_USER, CreateUserRequest.builder().userName(name).build())
        .user();
  }

  public void group(String name) {
    local.invoke(IamModel.CREATE_GROUP, CreateGroupRequest.builder().groupName(name).build());
  }

  public Role role(String name, String trust) {
    var request =
        CreateRoleRequest.builder().roleName(name).assumeRolePolicyDocument(trust).build();
    return local.invoke(IamModel.CREATE_ROLE, request).role();
  }

  public String policy(String name, String document) {
    var request = CreatePolicyRequest.builder().policyName(name).policyDocument(document).build();
    return local.invoke(IamModel.CREATE_POLICY, request).policy().arn();
  }

  public void userMay(String user, String document) {
    local.invoke(
        IamModel.PUT_USER_POLICY,
        PutUserPolicyRequest.builder()
            .userName(user)
            .policyName("inline")
            .policyDocument(document)
            .build());
  }

  public void roleMay(String role, String document) {
    local.invoke(
        IamModel.PUT_ROLE_POLICY,
        PutRolePolicyRequest.builder()
            .roleName(role)
            .policyName("inline")
            .policyDocument(document)
            .build());
  }

  /// A call by a user, with a new access key.
  public Call by(String user) {
    var key =
        local
            .invoke(
                IamModel.CREATE_ACCESS_KEY, CreateAccessKeyRequest.builder().userName(user).build())
            .accessKey();
    return local.call().as(keys.find(key.accessKeyId(), null));
  }

  public Call byService(String name) {
    return local.call().as(new Principal.Service(name));
  }

  public static AssumeRoleRequest.Builder assume(String role) {
    return AssumeRoleRequest.builder().roleArn(arn("role/" + role)).roleSessionName("session");
  }

  public Credential session(Call caller, AssumeRoleRequest request) {
    var issued = local.invoke(caller, StsModel.ASSUME_ROLE, request).credentials();
    return keys.find(issued.accessKeyId(), issued.sessionToken());
  }
}
