package brume.lambda;

import brume.lambda.code.Archives;
import brume.lambda.code.CodeLinks;
import brume.lambda.code.Uploads;
import brume.lambda.data.LambdaData;
import brume.lambda.invoke.Anticipation;
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
import brume.lambda.operation.mapping.CreateEventSourceMapping;
import brume.lambda.operation.mapping.DeleteEventSourceMapping;
import brume.lambda.operation.mapping.GetEventSourceMapping;
import brume.lambda.operation.mapping.ListEventSourceMappings;
import brume.lambda.operation.mapping.UpdateEventSourceMapping;
import brume.lambda.operation.url.CreateFunctionUrlConfig;
import brume.lambda.operation.url.DeleteFunctionUrlConfig;
import brume.lambda.operation.url.GetFunctionUrlConfig;
import brume.lambda.operation.url.ListFunctionUrlConfigs;
import brume.lambda.operation.url.UpdateFunctionUrlConfig;
import brume.service.Operation;
import java.util.stream.Stream;

/// Every operation of the service, by what it is on.
final class LambdaOperations {
  private final LambdaData data;
  private final Archives archives;
  private final Uploads uploads;
  private final CodeLinks links;
  private final RoleSessions roles;
  private final LayerUse layers;
  private final Anticipation anticipation;
  private final Presentation presentation;

  LambdaOperations(
      LambdaData data,
      Archives archives,
      CodeLinks links,
      RoleSessions roles,
      Execution execution) {
    this.data = data;
    this.archives = archives;
    this.links = links;
    this.roles = roles;
    uploads = new Uploads(archives);
    layers = new LayerUse(data.layerVersions(), archives);
    anticipation = execution.anticipation();
    presentation = new Presentation(execution.runtimes());
  }

  Operation<?, ?>[] all() {
    return Stream.of(
            onFunctions(),
            onVersions(),
            onWhatBelongsToFunctions(),
            onEvents(),
            onLayers(),
            onUrls(),
            onMappings())
        .flatMap(Stream::of)
        .toArray(Operation<?, ?>[]::new);
  }

  private Operation<?, ?>[] onFunctions() {
    var functions = data.functions();
    var versions = data.versions();
    var access = data.access();
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
      new PublishVersion(versions, access, presentation, anticipation),
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

  private Operation<?, ?>[] onMappings() {
    var mappings = data.mappings();
    return new Operation<?, ?>[] {
      new CreateEventSourceMapping(mappings, data.aliases()),
      new GetEventSourceMapping(mappings),
      new UpdateEventSourceMapping(mappings, data.aliases()),
      new DeleteEventSourceMapping(mappings),
      new ListEventSourceMappings(mappings)
    };
  }

  private Operation<?, ?>[] onUrls() {
    var urls = data.urls();
    var access = data.access();
    return new Operation<?, ?>[] {
      new CreateFunctionUrlConfig(urls, data.aliases(), access),
      new GetFunctionUrlConfig(urls, access),
      new UpdateFunctionUrlConfig(urls, access),
      new DeleteFunctionUrlConfig(urls, access),
      new ListFunctionUrlConfigs(urls, access)
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
}
