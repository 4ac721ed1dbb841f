package brume.ses.operation;

import static brume.ses.Lab.ANN;
import static brume.ses.Lab.BEN;
import static brume.ses.Lab.mail;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import brume.model.ses.ConfigurationSet;
import brume.model.ses.CreateConfigurationSetRequest;
import brume.model.ses.DeleteConfigurationSetRequest;
import brume.model.ses.DescribeConfigurationSetRequest;
import brume.model.ses.ListConfigurationSetsRequest;
import brume.model.ses.SesError;
import brume.model.ses.SesModel;
import brume.model.ses.UpdateConfigurationSetSendingEnabledRequest;
import brume.ses.Lab;
import brume.shape.ServiceException;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConfigurationTest {
  private final Lab lab = new Lab().verified(ANN);

  @Test
  void setsAreKept() {
    create("one");
    create("two");
    assertThatThrownBy(() -> create("one"))
        .hasMessage("Configuration set <one> already exists.")
        .extracting(e -> ((ServiceException) e).error())
        .isEqualTo(SesError.CONFIGURATION_SET_ALREADY_EXISTS_EXCEPTION);
    var asked = ListConfigurationSetsRequest.builder().build();
    assertThat(lab.invoke(SesModel.LIST_CONFIGURATION_SETS, asked).configurationSets())
        .containsExactly(new ConfigurationSet("one"), new ConfigurationSet("two"));
    delete("one");
    assertThatThrownBy(() -> delete("one")).hasMessage("Configuration set <one> does not exist.");
  }

  @Test
  void aMessageNamesASetThatIsThereAndMaySend() {
    assertThatThrownBy(() -> send("quiet"))
        .extracting(e -> ((ServiceException) e).error())
        .isEqualTo(SesError.CONFIGURATION_SET_DOES_NOT_EXIST_EXCEPTION);
    create("quiet");
    send("quiet");
    assertThat(lab.local.asked().getLast().needs().getLast().resource())
        .isEqualTo("arn:aws:ses:us-east-1:000000000000:configuration-set/quiet");
    lab.invoke(
        SesModel.UPDATE_CONFIGURATION_SET_SENDING_ENABLED,
        new UpdateConfigurationSetSendingEnabledRequest("quiet", false));
    assertThatThrownBy(() -> send("quiet"))
        .extracting(e -> ((ServiceException) e).error())
        .isEqualTo(SesError.CONFIGURATION_SET_SENDING_PAUSED_EXCEPTION);
    var asked = new DescribeConfigurationSetRequest(List.of("reputationOptions"), "quiet");
    var described = lab.invoke(SesModel.DESCRIBE_CONFIGURATION_SET, asked);
    assertThat(described.reputationOptions().sendingEnabled()).isFalse();
  }

  private void create(String name) {
    lab.invoke(
        SesModel.CREATE_CONFIGURATION_SET,
        new CreateConfigurationSetRequest(new ConfigurationSet(name)));
  }

  private void delete(String name) {
    lab.invoke(SesModel.DELETE_CONFIGURATION_SET, new DeleteConfigurationSetRequest(name));
  }

  private void send(String set) {
    lab.invoke(SesModel.SEND_EMAIL, mail(ANN, BEN).configurationSetName(set).build());
  }
}
