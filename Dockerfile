# Two images: the portal (the last stage, so the default), and `tools`, which has what the commands of package.json
# need: `docker build --target tools`. No stage sees a secret: everything is configured when a container starts.
FROM node:22.23.3-bookworm-slim AS base
ENV NEXT_TELEMETRY_DISABLED=1 \
    CHECKPOINT_DISABLE=1 \
    NPM_CONFIG_UPDATE_NOTIFIER=false \
    NPM_CONFIG_CACHE=/tmp/npm
WORKDIR /app

# The packages' own install scripts would download Prisma's engines, which nothing here uses.
FROM base AS dependencies
COPY package.json package-lock.json ./
RUN npm ci --ignore-scripts --no-audit --no-fund && rm -rf /tmp/npm

FROM dependencies AS build
COPY . .
RUN npm run build

FROM dependencies AS tools
LABEL org.opencontainers.image.title="Public Access for Matomo: commands" \
      org.opencontainers.image.licenses="MIT"
COPY . .
RUN npm run generate && rm -rf /tmp/npm /tmp/node-compile-cache
USER node
CMD ["npm", "run"]

FROM base AS portal
LABEL org.opencontainers.image.title="Public Access for Matomo" \
      org.opencontainers.image.description="No Matomo report is ever public without every Super User knowing it, meaning it, and being reminded of it." \
      org.opencontainers.image.licenses="MIT"
# Containers set HOSTNAME to their own name, where Next would listen.
ENV NODE_ENV=production \
    HOSTNAME=0.0.0.0 \
    PORT=3000
COPY --from=build /app/.next/standalone ./
USER node
EXPOSE 3000
HEALTHCHECK --interval=30s --timeout=5s --start-period=30s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/api/healthz`, { signal: AbortSignal.timeout(4000) }).then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
STOPSIGNAL SIGTERM
CMD ["node", "server.js"]
