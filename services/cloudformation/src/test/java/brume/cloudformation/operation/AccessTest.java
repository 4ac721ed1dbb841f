package brume.cloudformation.operation;

import static org.assertj.core.api.Assertions.assertThat;

import brume.cloudformation.Stage;
import brume.cloudformation.Things;
import brume.cloudformation.data.Stacks;
import brume.cloudformation.request.Drafting;
import brume.cloudformation.type.Types;
import brume.identity.Principal;
import brume.identity.Session;
import brume.model.cloudformation.CloudFormationModel;
import brume.model.cloudformation.CreateStackInput;
import brume.model.sts.AssumeRoleResponse;
import brume.model.sts.Credentials;
import brume.model.sts.StsModel;
import brume.service.Access;
import brume.service.Call;
import brume.service.RequestContext;
import brume.testing.Local;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AccessTest {
  private static final String ONE = "Resources: {A: {Type: 'AWS::Test::Thing'}}";
  private static final String ROLE = "arn:aws:iam::000000000000:role/deploy";

  private final Stage stage = new Stage();

  private static CreateStackInput.Builder creation() {
    return CreateStackInput.builder().stackName("s").templateBody(ONE);
  }

  @Test
  void aRoleMustBeTheCallersToPass() {
    var access =
        new CreateStack(
                new Stacks(stage.store), new Drafting(new Types(List::of, _ -> new Things())))
            .access(stage.local.call(), creation().roleArn(ROLE).build());
    assertThat(access.needs())
        .extracting(Access.Need::action)
        .containsExactly("cloudformation:CreateStack", "iam:PassRole");
    assertThat(access.needs().getFirst().resource())
        .isEqualTo("arn:aws:cloudformation:us-east-1:000000000000:stack/s/*");
    assertThat(access.needs().getFirst().conditions())
        .isEqualTo(Map.of("cloudformation:RoleArn", List.of(ROLE)));
    assertThat(access.needs().getLast().conditions())
        .isEqualTo(Map.of("iam:PassedToService", List.of("cloudformation.amazonaws.com")));
  }

  @Test
  void theRoleIsAssumedByTheService() {
    var callers = new ArrayList<Principal>();
    stage.local.answer(
        StsModel.ASSUME_ROLE,
        (call, input) -> {
          assertThat(input.roleArn()).isEqualTo(ROLE);
          callers.add(call.caller());
          return AssumeRoleResponse.builder()
              .credentials(new Credentials("ASIAX", Local.START, "secret", "token"))
              .build();
        });
    stage.local.invoke(CloudFormationModel.CREATE_STACK, creation().roleArn(ROLE).build());
    stage.deliver();
    assertThat(callers).contains(new Principal.Service("cloudformation.amazonaws.com"));
    assertThat(stage.events("s"))
        .anySatisfy(
            event ->
                assertThat(event)
                    .startsWith(
                        "A CREATE_FAILED Role " + ROLE + " is invalid or cannot be assumed"));
  }

  @Test
  void whoeverDeploysIsRememberedWithTheLimitsOfTheSession() {
    var role = new Principal.AssumedRole("000000000000", "/", "dev", "AROAX", "me");
    var session =
        new Session(Local.START, List.of("{}"), Map.of("team", "blue"), Map.of("k", List.of("v")));
    var seen = new ArrayList<Call>();
    stage.things.onCall = seen::add;
    var call = stage.local.call();
    stage.local.invoke(
        new Call(
            role,
            call.scope(),
            call.requestId(),
            call.now(),
            new RequestContext(session, Map.of()),
            call.platform()),
        CloudFormationModel.CREATE_STACK,
        creation().build());
    stage.restart();
    stage.deliver();
    assertThat(seen).hasSize(1);
    assertThat(seen.getFirst().caller()).isEqualTo(role);
    assertThat(seen.getFirst().context().session()).isEqualTo(session);
    assertThat(seen.getFirst().context().keys())
        .containsEntry("aws:CalledVia", List.of("cloudformation.amazonaws.com"));
  }
}
