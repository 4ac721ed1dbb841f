package brume.lambda;

import brume.lambda.code.Archives;
import brume.lambda.code.CodeLinks;
import brume.lambda.code.Uploads;
import brume.lambda.data.LambdaData;
import brume.lambda.data.UnusedArchives;
import brume.lambda.invoke.Destinations;
import brume.lambda.invoke.EventDelivery;
import brume.lambda.invoke.EventQueue;
import brume.lambda.invoke.Execution;
import brume.lambda.invoke.RoleSessions;
import brume.lambda.operation.AddPermission;
import brume.lambda.operation.CreateFunction;
import brume.lambda.operation.DeleteFunction;
import brume.lambda.operation.DeleteFunctionConcurrency;
import brume.lambda.operation.GetAccountSettings;
import brume.lambda.operation.GetFunction;
import brume.lambda.operation.GetFunctionConcurrency;
import brume.lambda.operation.GetFunctionConfiguration;
import brume.lambda.operation.GetPolicy;
import brume.lambda.operation.Invoke;
import brume.lambda.operation.LayerUse;
import brume.lambda.operation.ListFunctions;
import brume.lambda.operation.ListTags;
import brume.lambda.operation.ListVersionsByFunction;
import brume.lambda.operation.Presentation;
import brume.lambda.operation.PublishVersion;
import brume.lambda.operation.PutFunctionConcurrency;
import brume.lambda.operation.RemovePermission;
import brume.lambda.operation.TagResource;
import brume.lambda.operation.UntagResource;
import brume.lambda.operation.UpdateFunctionCode;
import brume.lambda.operation.UpdateFunctionConfiguration;
import brume.lambda.operation.alias.CreateAlias;
import brume.lambda.operation.alias.DeleteAlias;
import brume.lambda.operation.alias.GetAlias;
import brume.lambda.operation.alias.ListAliases;
import brume.lambda.operation.alias.UpdateAlias;
import brume.lambda.operation.event.DeleteFunctionEventInvokeConfig;
import brume.lambda.operation.event.GetFunctionEventInvokeConfig;
import brume.lambda.operation.event.ListFunctionEventInvokeConfigs;
import brume.lambda.operation.event.PutFunctionEventInvokeConfig;
import brume.lambda.operation.event.UpdateFunctionEventInvokeConfig;
import brume.lambda.operation.layer.DeleteLayerVersion;
import brume.lambda.operation.layer.GetLayerVersion;
import brume.lambda.operation.layer.GetLayerVersionByArn;
import brume.lambda.operation.layer.ListLayerVersions;
import brume.lambda.operation.layer.ListLayers;
import brume.lambda.operation.layer.PublishLayerVersion;
import brume.lambda.resource.AliasResource;
import brume.lambda.resource.EventInvokeConfigResource;
import brume.lambda.resource.FunctionResource;
import brume.lambda.resource.LayerVersionResource;
import brume.lambda.resource.PermissionResource;
import brume.lambda.resource.VersionResource;
import brume.lambda.runtime.sandbox.Protection;
import brume.lambda.site.CodeSite;
import brume.model.lambda.LambdaModel;
import brume.service.Operation;
import brume.service.Platform;
import brume.service.Service;
import brume.store.Store;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;

/// The service, as the server wires it. Closing it ends all environments.
public final class Lambda implements AutoCloseable {
  private final Store store;
  private final LambdaData data;
  private final Archives archives;
  private final Uploads uploads;
  private final CodeLinks links;
  private final RoleSessions roles;
  private final LayerUse layers;
  private final Execution execution;
  private final Presentation presentation;

  /// @param directory for packages and what environments need, which one process owns
  /// @param endpoint where Brume's HTTP port listens, for the requests of functions
  public Lambda(Store store, Path directory, Platform platform, InetSocketAddress endpoint) {
    this.store = store;
    data = LambdaData.in(store);
    archives = Archives.open(directory.resolve("code"), platform.clock());
    uploads = new Uploads(archives);
    links = new CodeLinks(platform.ids());
    roles = new RoleSessions(platform);
    layers = new LayerUse(data.layerVersions(), archives);
    execution =
        new Execution(directory.resolve("environments"), platform, endpoint, roles, data, archives);
    presentation = new Presentation(execution.runtimes());
  }

  public Service service() {
    var invoker = execution.invoker();
    return Service.of(LambdaModel.SERVICE)
        .operations(onFunctions())
        .operations(onVersions())
        .operations(onWhatBelongsToFunctions())
        .operations(onEvents())
        .operations(onLayers())
        .operations(new Invoke(data.aliases(), invoker, new EventQueue(store), data.access()))
        .deliveries(
            new EventDelivery(
                invoker, data.eventConfigs(), new Destinations(data.aliases(), roles)))
        .sites(new CodeSite(links, archives))
        .jobs(new UnusedArchives(data, archives))
        .resourceTypes(
            new FunctionResource(),
            new VersionResource(),
            new AliasResource(),
            new PermissionResource(),
            new LayerVersionResource(),
            new EventInvokeConfigResource())
        .build();
  }

  private Operation<?, ?>[] onFunctions() {
    var functions = data.functions();
    var versions = data.versions();
    var access = data.access();
    var anticipation = execution.anticipation();
    return new Operation<?, ?>[] {
      new CreateFunction(functions, versions, uploads, layers, roles, presentation, anticipation),
      new GetFunction(functions, data.aliases(), data.reservations(), access, presentation, links),
      new GetFunctionConfiguration(data.aliases(), access, presentation),
      new UpdateFunctionCode(
          functions, versions, uploads, layers, access, presentation, anticipation),
      new UpdateFunctionConfiguration(
          functions, archives, layers, roles, access, presentation, anticipation),
      new DeleteFunction(functions, data.aliases(), access),
      new ListFunctions(functions, versions, presentation),
      new GetAccountSettings(data.usage(), data.reservations())
    };
  }

  private Operation<?, ?>[] onVersions() {
    var versions = data.versions();
    var aliases = data.aliases();
    var access = data.access();
    return new Operation<?, ?>[] {
      new PublishVersion(versions, access, presentation, execution.anticipation()),
      new ListVersionsByFunction(versions, access, presentation),
      new CreateAlias(aliases, access),
      new UpdateAlias(aliases, access),
      new GetAlias(aliases, access),
      new DeleteAlias(aliases, access),
      new ListAliases(aliases, access)
    };
  }

  private Operation<?, ?>[] onWhatBelongsToFunctions() {
    var functions = data.functions();
    var policies = data.policies();
    var reservations = data.reservations();
    var access = data.access();
    return new Operation<?, ?>[] {
      new AddPermission(data.aliases(), policies, access),
      new RemovePermission(policies, access),
      new GetPolicy(policies, access),
      new PutFunctionConcurrency(reservations, access),
      new GetFunctionConcurrency(data.versions(), reservations, access),
      new DeleteFunctionConcurrency(reservations, access),
      new TagResource(functions, access),
      new UntagResource(functions, access),
      new ListTags(functions, access)
    };
  }

  private Operation<?, ?>[] onEvents() {
    var configs = data.eventConfigs();
    var access = data.access();
    return new Operation<?, ?>[] {
      new PutFunctionEventInvokeConfig(configs, access),
      new UpdateFunctionEventInvokeConfig(configs, access),
      new GetFunctionEventInvokeConfig(configs, access),
      new DeleteFunctionEventInvokeConfig(configs, access),
      new ListFunctionEventInvokeConfigs(configs, access)
    };
  }

  private Operation<?, ?>[] onLayers() {
    var versions = data.layerVersions();
    return new Operation<?, ?>[] {
      new PublishLayerVersion(versions, uploads),
      new GetLayerVersion(versions, links),
      new GetLayerVersionByArn(versions, links),
      new DeleteLayerVersion(versions),
      new ListLayerVersions(versions),
      new ListLayers(versions)
    };
  }

  /// What keeps functions apart on this host, and what this host lacks for it.
  public List<Protection> protections() {
    return execution.protections();
  }

  @Override
  public void close() {
    execution.close();
  }
}
