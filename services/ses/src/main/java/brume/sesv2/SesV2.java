package brume.sesv2;

import brume.model.sesv2.SeSv2Model;
import brume.service.Operation;
import brume.service.Service;
import brume.ses.send.Domain;
import brume.sesv2.operation.configuration.CreateConfigurationSet;
import brume.sesv2.operation.configuration.DeleteConfigurationSet;
import brume.sesv2.operation.configuration.GetConfigurationSet;
import brume.sesv2.operation.configuration.ListConfigurationSets;
import brume.sesv2.operation.configuration.PutConfigurationSetSendingOptions;
import brume.sesv2.operation.configuration.PutConfigurationSetSuppressionOptions;
import brume.sesv2.operation.identity.CreateEmailIdentity;
import brume.sesv2.operation.identity.CreateEmailIdentityPolicy;
import brume.sesv2.operation.identity.DeleteEmailIdentity;
import brume.sesv2.operation.identity.DeleteEmailIdentityPolicy;
import brume.sesv2.operation.identity.GetEmailIdentity;
import brume.sesv2.operation.identity.GetEmailIdentityPolicies;
import brume.sesv2.operation.identity.ListEmailIdentities;
import brume.sesv2.operation.identity.PutEmailIdentityConfigurationSetAttributes;
import brume.sesv2.operation.identity.UpdateEmailIdentityPolicy;
import brume.sesv2.operation.sending.GetAccount;
import brume.sesv2.operation.sending.PutAccountDetails;
import brume.sesv2.operation.sending.PutAccountSendingAttributes;
import brume.sesv2.operation.sending.SendBulkEmail;
import brume.sesv2.operation.sending.SendEmail;
import brume.sesv2.operation.suppression.DeleteSuppressedDestination;
import brume.sesv2.operation.suppression.GetSuppressedDestination;
import brume.sesv2.operation.suppression.ListSuppressedDestinations;
import brume.sesv2.operation.suppression.PutAccountSuppressionAttributes;
import brume.sesv2.operation.suppression.PutSuppressedDestination;
import brume.sesv2.operation.tag.ListTagsForResource;
import brume.sesv2.operation.tag.TagResource;
import brume.sesv2.operation.tag.UntagResource;
import brume.sesv2.operation.template.CreateEmailTemplate;
import brume.sesv2.operation.template.DeleteEmailTemplate;
import brume.sesv2.operation.template.GetEmailTemplate;
import brume.sesv2.operation.template.ListEmailTemplates;
import brume.sesv2.operation.template.TestRenderEmailTemplate;
import brume.sesv2.operation.template.UpdateEmailTemplate;

/// Version 2 of the API.
public final class SesV2 {
  private SesV2() {}

  /// @param domain that both versions work on
  public static Service service(Domain domain) {
    return Service.of(SeSv2Model.SERVICE)
        .operations(identity(domain))
        .operations(sending(domain))
        .operations(template(domain))
        .operations(configuration(domain))
        .operations(suppression(domain))
        .operations(tag(domain))
        .build();
  }

  private static Operation<?, ?>[] identity(Domain domain) {
    return new Operation<?, ?>[] {
      new CreateEmailIdentity(domain.identities(), domain.configurationSets()),
      new CreateEmailIdentityPolicy(domain.identities()),
      new DeleteEmailIdentity(domain.identities()),
      new DeleteEmailIdentityPolicy(domain.identities()),
      new GetEmailIdentity(domain.identities()),
      new GetEmailIdentityPolicies(domain.identities()),
      new ListEmailIdentities(domain.identities()),
      new PutEmailIdentityConfigurationSetAttributes(
          domain.identities(), domain.configurationSets()),
      new UpdateEmailIdentityPolicy(domain.identities())
    };
  }

  private static Operation<?, ?>[] sending(Domain domain) {
    return new Operation<?, ?>[] {
      new GetAccount(domain.settings(), domain.statistics()),
      new PutAccountDetails(domain.settings()),
      new PutAccountSendingAttributes(domain.settings()),
      new SendBulkEmail(domain.sending(), domain.templates()),
      new SendEmail(domain.sending(), domain.templates())
    };
  }

  private static Operation<?, ?>[] template(Domain domain) {
    return new Operation<?, ?>[] {
      new CreateEmailTemplate(domain.templates()),
      new DeleteEmailTemplate(domain.templates()),
      new GetEmailTemplate(domain.templates()),
      new ListEmailTemplates(domain.templates()),
      new TestRenderEmailTemplate(domain.templates()),
      new UpdateEmailTemplate(domain.templates())
    };
  }

  private static Operation<?, ?>[] configuration(Domain domain) {
    return new Operation<?, ?>[] {
      new CreateConfigurationSet(domain.configurationSets()),
      new DeleteConfigurationSet(domain.configurationSets()),
      new GetConfigurationSet(domain.configurationSets()),
      new ListConfigurationSets(domain.configurationSets()),
      new PutConfigurationSetSendingOptions(domain.configurationSets()),
      new PutConfigurationSetSuppressionOptions(domain.configurationSets())
    };
  }

  private static Operation<?, ?>[] suppression(Domain domain) {
    return new Operation<?, ?>[] {
      new DeleteSuppressedDestination(domain.suppressions()),
      new GetSuppressedDestination(domain.suppressions()),
      new ListSuppressedDestinations(domain.suppressions()),
      new PutAccountSuppressionAttributes(domain.settings()),
      new PutSuppressedDestination(domain.suppressions())
    };
  }

  private static Operation<?, ?>[] tag(Domain domain) {
    return new Operation<?, ?>[] {
      new ListTagsForResource(domain.tagged()),
      new TagResource(domain.tagged()),
      new UntagResource(domain.tagged())
    };
  }
}
