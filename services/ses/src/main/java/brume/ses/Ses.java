package brume.ses;

import brume.model.ses.SesModel;
import brume.service.Delivery;
import brume.service.Gate;
import brume.service.Operation;
import brume.service.Service;
import brume.ses.data.Forwarding;
import brume.ses.data.Retention;
import brume.ses.mailbox.MailboxSite;
import brume.ses.mailbox.Visitors;
import brume.ses.operation.configuration.CreateConfigurationSet;
import brume.ses.operation.configuration.DeleteConfigurationSet;
import brume.ses.operation.configuration.DescribeConfigurationSet;
import brume.ses.operation.configuration.ListConfigurationSets;
import brume.ses.operation.configuration.UpdateConfigurationSetSendingEnabled;
import brume.ses.operation.identity.DeleteIdentity;
import brume.ses.operation.identity.DeleteIdentityPolicy;
import brume.ses.operation.identity.DeleteVerifiedEmailAddress;
import brume.ses.operation.identity.GetIdentityPolicies;
import brume.ses.operation.identity.GetIdentityVerificationAttributes;
import brume.ses.operation.identity.ListIdentities;
import brume.ses.operation.identity.ListIdentityPolicies;
import brume.ses.operation.identity.ListVerifiedEmailAddresses;
import brume.ses.operation.identity.PutIdentityPolicy;
import brume.ses.operation.identity.VerifyDomainIdentity;
import brume.ses.operation.identity.VerifyEmailAddress;
import brume.ses.operation.identity.VerifyEmailIdentity;
import brume.ses.operation.sending.GetAccountSendingEnabled;
import brume.ses.operation.sending.GetSendQuota;
import brume.ses.operation.sending.GetSendStatistics;
import brume.ses.operation.sending.SendBulkTemplatedEmail;
import brume.ses.operation.sending.SendEmail;
import brume.ses.operation.sending.SendRawEmail;
import brume.ses.operation.sending.SendTemplatedEmail;
import brume.ses.operation.sending.UpdateAccountSendingEnabled;
import brume.ses.operation.template.CreateTemplate;
import brume.ses.operation.template.DeleteTemplate;
import brume.ses.operation.template.GetTemplate;
import brume.ses.operation.template.ListTemplates;
import brume.ses.operation.template.TestRenderTemplate;
import brume.ses.operation.template.UpdateTemplate;
import brume.ses.relay.Handover;
import brume.ses.relay.Relay;
import brume.ses.relay.RelayDelivery;
import brume.ses.resource.ConfigurationSetResource;
import brume.ses.resource.EmailIdentityResource;
import brume.ses.resource.TemplateResource;
import brume.ses.send.Domain;
import brume.sesv2.SesV2;
import brume.sns.Sns;
import brume.store.Store;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Both versions of the service, and what SNS sends to phones, as the server wires them.
public final class Ses {
  private Ses() {}

  /// @param gate tells the mailbox who signed a request
  /// @param openOnLoopback whether processes of this machine may read the mailbox without a
  ///   signature
  /// @param relay where mail goes out; null to keep it in the mailbox
  public static List<Service> services(
      Store store, Gate gate, boolean openOnLoopback, @Nullable Relay relay) {
    var domain = Domain.on(store, relay == null ? Forwarding.NONE : new Handover());
    var visitors = new Visitors(gate, openOnLoopback);
    var one =
        Service.of(SesModel.SERVICE)
            .operations(identity(domain))
            .operations(sending(domain))
            .operations(template(domain))
            .operations(configuration(domain))
            .sites(new MailboxSite(domain.identities(), domain.mails(), visitors))
            .jobs(new Retention(domain.mails()))
            .deliveries(deliveries(domain, relay))
            .resourceTypes(
                new EmailIdentityResource(), new TemplateResource(), new ConfigurationSetResource())
            .build();
    return List.of(one, SesV2.service(domain), Sns.service(store, domain.mails()));
  }

  private static Delivery[] deliveries(Domain domain, @Nullable Relay relay) {
    return relay == null
        ? new Delivery[0]
        : new Delivery[] {new RelayDelivery(relay, domain.mails(), domain.outgoing())};
  }

  private static Operation<?, ?>[] identity(Domain domain) {
    return new Operation<?, ?>[] {
      new DeleteIdentity(domain.identities()),
      new DeleteIdentityPolicy(domain.identities()),
      new DeleteVerifiedEmailAddress(domain.identities()),
      new GetIdentityPolicies(domain.identities()),
      new GetIdentityVerificationAttributes(domain.identities()),
      new ListIdentities(domain.identities()),
      new ListIdentityPolicies(domain.identities()),
      new ListVerifiedEmailAddresses(domain.identities()),
      new PutIdentityPolicy(domain.identities()),
      new VerifyDomainIdentity(domain.identities()),
      new VerifyEmailAddress(domain.identities()),
      new VerifyEmailIdentity(domain.identities())
    };
  }

  private static Operation<?, ?>[] sending(Domain domain) {
    return new Operation<?, ?>[] {
      new GetAccountSendingEnabled(domain.settings()),
      new GetSendQuota(domain.settings(), domain.statistics()),
      new GetSendStatistics(domain.statistics()),
      new SendBulkTemplatedEmail(domain.sending(), domain.templates()),
      new SendEmail(domain.sending()),
      new SendRawEmail(domain.sending()),
      new SendTemplatedEmail(domain.sending(), domain.templates()),
      new UpdateAccountSendingEnabled(domain.settings())
    };
  }

  private static Operation<?, ?>[] template(Domain domain) {
    return new Operation<?, ?>[] {
      new CreateTemplate(domain.templates()),
      new DeleteTemplate(domain.templates()),
      new GetTemplate(domain.templates()),
      new ListTemplates(domain.templates()),
      new TestRenderTemplate(domain.templates()),
      new UpdateTemplate(domain.templates())
    };
  }

  private static Operation<?, ?>[] configuration(Domain domain) {
    return new Operation<?, ?>[] {
      new CreateConfigurationSet(domain.configurationSets()),
      new DeleteConfigurationSet(domain.configurationSets()),
      new DescribeConfigurationSet(domain.configurationSets()),
      new ListConfigurationSets(domain.configurationSets()),
      new UpdateConfigurationSetSendingEnabled(domain.configurationSets())
    };
  }
}
