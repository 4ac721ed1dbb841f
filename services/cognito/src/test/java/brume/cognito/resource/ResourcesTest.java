package brume.cognito.resource;

import static brume.model.cognitoidp.CognitoIdentityProviderError.RESOURCE_NOT_FOUND_EXCEPTION;
import static org.assertj.core.api.Assertions.assertThat;

import brume.cognito.Given;
import brume.cognito.Refused;
import brume.json.Json;
import brume.model.cognitoidentity.CognitoIdentityModel;
import brume.model.cognitoidentity.GetIdentityPoolRolesInput;
import brume.model.cognitoidp.CognitoIdentityProviderModel;
import brume.model.cognitoidp.DescribeUserPoolClientRequest;
import brume.model.cognitoidp.DescribeUserPoolDomainRequest;
import brume.model.cognitoidp.DescribeUserPoolRequest;
import brume.model.cognitoidp.GetGroupRequest;
import brume.model.cognitoidp.GetUserPoolMfaConfigRequest;
import brume.model.cognitoidp.ListUsersInGroupRequest;
import brume.model.cognitoidp.UserType;
import brume.service.ResourceType;
import brume.service.ResourceType.Resource;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ResourcesTest {
  private final Given given = new Given();

  private ResourceType type(String name) {
    return given.services().stream()
        .flatMap(service -> service.resourceTypes().stream())
        .filter(type -> type.name().equals("AWS::Cognito::" + name))
        .findFirst()
        .orElseThrow();
  }

  private static ResourceType.Request request(String properties) {
    return new ResourceType.Request(
        "todo", "Thing", "TOKEN", (Json.Obj) Json.parse(properties), Map.of("stack", "todo"));
  }

  private Resource create(String type, String properties) {
    return type(type).create(given.local.call(), request(properties));
  }

  @Test
  void makesPoolsClientsAndGroups() {
    var pool =
        create(
            "UserPool",
            """
            {"AutoVerifiedAttributes": ["email"], "UsernameAttributes": ["email"],
             "Policies": {"PasswordPolicy": {"MinimumLength": "10"}},
             "Schema": [{"Name": "email", "Required": "true", "Mutable": true}],
             "MfaConfiguration": "OPTIONAL", "EnabledMfas": ["SOFTWARE_TOKEN_MFA"],
             "UserPoolTags": {"team": "red"}}
            """);
    var described =
        given
            .call(
                CognitoIdentityProviderModel.DESCRIBE_USER_POOL,
                new DescribeUserPoolRequest(pool.physicalId()))
            .userPool();
    assertThat(described.name()).isEqualTo("todo-Thing-TOKEN");
    assertThat(described.mfaConfiguration()).isEqualTo("OPTIONAL");
    assertThat(described.userPoolTags()).isEqualTo(Map.of("stack", "todo", "team", "red"));
    assertThat(pool.attributes().get("ProviderName").text())
        .isEqualTo("cognito-idp.us-east-1.amazonaws.com/" + pool.physicalId());
    assertThat(pool.attributes().get("ProviderURL").text()).endsWith(pool.physicalId());

    var inPool = "{\"UserPoolId\": \"" + pool.physicalId() + "\"";
    var client = create("UserPoolClient", inPool + ", \"GenerateSecret\": true}");
    assertThat(client.attributes().get("ClientSecret").text()).hasSize(51);
    var group = create("UserPoolGroup", inPool + ", \"GroupName\": \"admins\"}");
    var found =
        given.call(
            CognitoIdentityProviderModel.GET_GROUP,
            new GetGroupRequest("admins", pool.physicalId()));
    assertThat(found.group().groupName()).isEqualTo(group.physicalId());

    putsAUserIntoTheGroup(pool, inPool);
    var properties = (Json.Obj) Json.parse(inPool + "}");
    type("UserPoolClient").delete(given.local.call(), client, properties);
    type("UserPoolClient").delete(given.local.call(), client, properties);
    Refused.with(
        RESOURCE_NOT_FOUND_EXCEPTION,
        null,
        () ->
            given.call(
                CognitoIdentityProviderModel.DESCRIBE_USER_POOL_CLIENT,
                new DescribeUserPoolClientRequest(client.physicalId(), pool.physicalId())));
  }

  @Test
  void makesPoolsThatAskForCodesByText() {
    var pool =
        create(
            "UserPool",
            """
            {"AutoVerifiedAttributes": ["phone_number"], "SmsVerificationMessage": "Yours: {####}",
             "SmsConfiguration": {"SnsCallerArn": "arn:aws:iam::000000000000:role/texts",
                                  "ExternalId": "people"},
             "MfaConfiguration": "ON", "EnabledMfas": ["SMS_MFA"]}
            """);
    var config =
        given.call(
            CognitoIdentityProviderModel.GET_USER_POOL_MFA_CONFIG,
            new GetUserPoolMfaConfigRequest(pool.physicalId()));
    assertThat(config.mfaConfiguration()).isEqualTo("ON");
    assertThat(config.softwareTokenMfaConfiguration().enabled()).isFalse();
    assertThat(config.smsMfaConfiguration().smsConfiguration().externalId()).isEqualTo("people");
  }

  @Test
  void makesDomainsAndResourceServers() {
    var pool = create("UserPool", "{}");
    var inPool = "{\"UserPoolId\": \"" + pool.physicalId() + "\"";
    var domain = inPool + ", \"Domain\": \"people\"";
    var made = create("UserPoolDomain", domain + "}");
    assertThat(made.physicalId()).isEqualTo("people");
    var before = (Json.Obj) Json.parse(domain + "}");
    var update = request(domain + ", \"ManagedLoginVersion\": 2}");
    type("UserPoolDomain").update(given.local.call(), made, before, update);
    var described =
        given
            .call(
                CognitoIdentityProviderModel.DESCRIBE_USER_POOL_DOMAIN,
                new DescribeUserPoolDomainRequest("people"))
            .domainDescription();
    assertThat(described.managedLoginVersion()).isEqualTo(2);
    type("UserPoolDomain").delete(given.local.call(), made, before);
    type("UserPoolDomain").delete(given.local.call(), made, before);

    var properties =
        inPool
            + """
            , "Identifier": "photos", "Name": "Photos",
            "Scopes": [{"ScopeName": "read", "ScopeDescription": "To look"}]}
            """;
    var server = create("UserPoolResourceServer", properties);
    assertThat(server.physicalId()).isEqualTo("photos");
    var served = (Json.Obj) Json.parse(properties);
    type("UserPoolResourceServer").update(given.local.call(), server, served, request(properties));
    type("UserPoolResourceServer").delete(given.local.call(), server, served);
    type("UserPoolResourceServer").delete(given.local.call(), server, served);
  }

  private void putsAUserIntoTheGroup(Resource pool, String inPool) {
    var user = create("UserPoolUser", inPool + ", \"Username\": \"ada@example.com\"}").physicalId();
    var membership = inPool + ", \"GroupName\": \"admins\", \"Username\": \"" + user + "\"}";
    create("UserPoolUserToGroupAttachment", membership);
    var request =
        ListUsersInGroupRequest.builder().userPoolId(pool.physicalId()).groupName("admins").build();
    var members = given.call(CognitoIdentityProviderModel.LIST_USERS_IN_GROUP, request);
    assertThat(members.users()).extracting(UserType::username).containsExactly(user);
    var properties = (Json.Obj) Json.parse(membership);
    var attachment = Resource.of("attachment");
    type("UserPoolUserToGroupAttachment").delete(given.local.call(), attachment, properties);
    type("UserPoolUser").delete(given.local.call(), Resource.of(user), properties);
    type("UserPoolUserToGroupAttachment").delete(given.local.call(), attachment, properties);
    assertThat(given.call(CognitoIdentityProviderModel.LIST_USERS_IN_GROUP, request).users())
        .isEmpty();
  }

  @Test
  void findsWhatAnEarlierRunMade() {
    var first = create("UserPool", "{}");
    assertThat(create("UserPool", "{}").physicalId()).isEqualTo(first.physicalId());
  }

  @Test
  void changesPools() {
    var before = "{\"UserPoolName\": \"people\"}";
    var after =
        """
        {"UserPoolName": "people", "AdminCreateUserConfig": {"AllowAdminCreateUserOnly": true},
         "Schema": [{"Name": "team", "AttributeDataType": "String", "Mutable": true}]}
        """;
    var pool = create("UserPool", before);
    type("UserPool")
        .update(given.local.call(), pool, (Json.Obj) Json.parse(before), request(after));
    var described =
        given
            .call(
                CognitoIdentityProviderModel.DESCRIBE_USER_POOL,
                new DescribeUserPoolRequest(pool.physicalId()))
            .userPool();
    assertThat(described.adminCreateUserConfig().allowAdminCreateUserOnly()).isTrue();
    assertThat(described.schemaAttributes())
        .anyMatch(attribute -> attribute.name().equals("custom:team"));
  }

  @Test
  void makesIdentityPoolsWithTheirRoles() {
    var pool = create("IdentityPool", "{\"AllowUnauthenticatedIdentities\": true}");
    assertThat(pool.attributes().get("Name").text()).isEqualTo("todo-Thing-TOKEN");
    create(
        "IdentityPoolRoleAttachment",
        """
        {"IdentityPoolId": "%s", "Roles": {"authenticated": "arn:aws:iam::000000000000:role/users"},
         "RoleMappings": {"web": {"IdentityProvider": "provider:client", "Type": "Token",
           "AmbiguousRoleResolution": "AuthenticatedRole"}}}
        """
            .formatted(pool.physicalId()));
    var roles =
        given.call(
            CognitoIdentityModel.GET_IDENTITY_POOL_ROLES,
            new GetIdentityPoolRolesInput(pool.physicalId()));
    assertThat(roles.roles()).containsKey("authenticated");
    assertThat(roles.roleMappings()).containsOnlyKeys("provider:client");
  }
}
