# The service in a container, against a PostgreSQL of its own: see compose.yaml.
# Node 26, the long-term-support line from October 2026 on; the tests run on the oldest version that package.json allows.
FROM node:26-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
# esbuild's binary is an optional package, so optional ones stay here; no install script is needed.
RUN npm ci --omit=dev --ignore-scripts --no-audit --no-fund
COPY . .
RUN npm run build

# What the service needs while it runs: no build tools, and no embedded PostgreSQL (DATABASE_URL is given).
FROM node:26-bookworm-slim AS packages
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --omit=dev --omit=optional --ignore-scripts --no-audit --no-fund && npm cache clean --force

FROM node:26-bookworm-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000
WORKDIR /app
COPY --from=packages /app/node_modules ./node_modules
COPY --from=build /app/package.json /app/LICENSE /app/NOTICE ./
COPY --from=build /app/dist ./dist
COPY --from=build /app/assets ./assets
COPY --from=build /app/phones/page/static ./phones/page/static
COPY --from=build /app/drizzle ./drizzle
COPY --from=build /app/ivr-scripts ./ivr-scripts
COPY --from=build /app/examples ./examples
# What the database could not record is kept here: mount a volume, or it is gone with the container.
ENV JOURNAL_DIR=/var/lib/afterhours/journal
RUN mkdir -p /var/lib/afterhours && chown node:node /var/lib/afterhours && chmod 700 /var/lib/afterhours
VOLUME /var/lib/afterhours
# The image's unprivileged account; it owns none of the files above but that folder.
USER node
EXPOSE 3000
HEALTHCHECK --interval=15s --timeout=3s --start-period=20s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/healthz`).then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
# No shell and no npm between: signals reach the service, which drains and ends.
CMD ["node", "--enable-source-maps", "dist/main.js"]
