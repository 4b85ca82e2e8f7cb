/* The officer's own account beyond signing in: her posts with their offices' names, delegations she gave, and the administrator's "view as". Viewing as a
 * role changes nothing on the server: the screen asks for that role's permissions and shows plainly invented rows. */
import type { FastifyInstance } from 'fastify';
import type { Serving } from './app.ts';

export function accountRoutes(app: FastifyInstance, serving: Serving): void {
  app.post('/api/account/delegations', request =>
    serving.as(request, async (db, { actor }) => {
      const rows = await db.query(
        `select p.id, p.officer, o.name as "officerName", p.role, p.valid_from as "validFrom", p.valid_to as "validTo", p.reason
           from post p join officer o on o.id = p.officer where p.delegated_from = $1 order by p.valid_from desc`,
        [actor.post],
      );
      return { given: rows };
    }),
  );
}
